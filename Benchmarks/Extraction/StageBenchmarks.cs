using System.Text;
using BenchmarkDotNet.Attributes;
using Signet.Extraction;
using Signet.Extraction.Assembly;
using Signet.Extraction.Identifiers;
using Signet.Extraction.Lines;
using Signet.Extraction.Mail;
using Signet.Extraction.People;
using Signet.Extraction.Quotes;
using Signet.Extraction.Signatures;
using Signet.Extraction.Text;

namespace Signet.Benchmarks.Extraction;

#pragma warning disable CA1822 // BenchmarkDotNet calls instance methods.
/// <summary>Each stage by itself on one mail of ours: twenty lines of text, a quoted answer, a signature with a company footer.</summary>
[MemoryDiagnoser]
public class StageBenchmarks
{
    private const string Body = """
        Guten Tag Herr Beispiel,

        vielen Dank für Ihre Nachricht. Wir haben die Unterlagen geprüft und melden uns bis Ende der Woche mit einem Vorschlag.
        Die offenen Punkte stehen unten; bitte ergänzen Sie, was fehlt.

        Mit freundlichen Grüßen

        i. A. Dr. Erika Musterfrau
        Leiterin Vertrieb

        Nordlicht Werke GmbH & Co. KG
        Hafenstraße 12a
        24103 Kiel
        Tel.: +49 431 5550100-12 | Fax: +49 431 5550100-99
        Mobil: 0171 5550123
        E-Mail: erika.musterfrau@nordlicht-werke.example
        www.nordlicht-werke.example

        Sitz der Gesellschaft: Kiel, Amtsgericht Kiel HRA 4711
        Geschäftsführer: Max Vorstand, Petra Prokura

        Am 03.02.2025 um 08:00 schrieb Otto Anderer <otto@anderswo.example>:
        > Guten Tag,
        >
        > anbei die Unterlagen.
        >
        > Otto Anderer
        > Anderswo GmbH
        """;

    private static readonly Sender From = new("Erika Musterfrau", "erika.musterfrau@nordlicht-werke.example");
    private static readonly MailContent Content = new(From, "Angebot", null, Body);
    private static readonly string Html = "<html><body><p>" + Body.Replace("\n", "</p><p>", StringComparison.Ordinal) + "</p></body></html>";
    private static readonly byte[] Eml = Encoding.UTF8.GetBytes($"From: {From.ToLine()}\nSubject: Angebot\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\n\n{Body}");

    [Benchmark]
    public MailContent? ReadMail()
    {
        using var stream = new MemoryStream(Eml, writable: false);
        return MailReader.Read(stream, CancellationToken.None);
    }

    [Benchmark]
    public string ReadHtml() => HtmlLines.Read(Html);

    [Benchmark]
    public int MarkQuotes()
    {
        var lines = MailText.Of(From, Body).Lines;
        QuoteMarker.Mark(lines, new());
        return lines.Count;
    }

    [Benchmark]
    public int DetectSignature() => SignatureDetector.Detect(Content).Lines.Count;

    [Benchmark]
    public int ReadPhones() => new PhoneReader("DE").Read("Tel.: +49 431 5550100-12 | Fax: +49 431 5550100-99", isLegal: false).Count;

    [Benchmark]
    public int ReadAddresses() => AddressReader.Read([.. Body.Split('\n').Select((line, index) => new Segment(new TextLine(index, 0, line, line.Length), 0, line, isFooter: false))], new()).Count;

    [Benchmark]
    public object? ReadIdentifiers()
    {
        var (vatIds, registers) = (new Contest(), new Contest());
        var lines = MailText.Of(From, Body).Lines;
        foreach (var line in lines) VatReader.Read(line, vatIds, new());
        RegisterReader.Read(lines, registers, new());
        return vatIds.Winner ?? registers.Winner;
    }

    [Benchmark]
    public string? GuessLanguage() => LanguageGuess.Of(new(MailText.Of(From, Body).Lines, []), [], null);

    [Benchmark]
    public object? ReadSender() => SenderIdentity.Of(From);

    [Benchmark(Baseline = true)]
    public ContactDraft Extract() => ContactExtractor.Extract(Content, new("DE"));
}
