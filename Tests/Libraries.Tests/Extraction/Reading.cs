using System.Text;
using Signet.Contracts;
using Signet.Extraction;
using Signet.Extraction.Mail;

namespace Signet.Tests.Extraction;

/// <summary>The words of these tests: read a mail, ask the draft. All people and companies in here are invented.</summary>
internal static class Reading
{
    public static ContactDraft Pasted(string text, string region = "DE") => ContactExtractor.Extract(MailContent.Pasted(text), new(region));

    public static ContactDraft Mail(string from, string body, string region = "DE")
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes($"From: {from}\nTo: office@signet.example\nSubject: Test\nDate: Mon, 3 Feb 2025 09:12:00 +0100\nMIME-Version: 1.0\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: 8bit\n\n{body}"));
        return ContactExtractor.Extract(MailReader.Read(stream, CancellationToken.None)!, new(region));
    }

    public static ContactDraft Eml(string eml, string region = "DE")
    {
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(eml));
        return ContactExtractor.Extract(MailReader.Read(stream, CancellationToken.None)!, new(region));
    }

    public static string? Value(this ContactDraft draft, FieldKind kind) => draft.Fields.FirstOrDefault(field => field.Kind == kind)?.Value;

    public static string[] Values(this ContactDraft draft, FieldKind kind) => [.. draft.Fields.Where(field => field.Kind == kind).Select(field => field.Value)];

    public static (PhoneType? Type, string Value)[] Phones(this ContactDraft draft) => [.. draft.Fields.Where(field => field.Kind == FieldKind.Phone).Select(field => (field.PhoneType, field.Value))];

    public static string? Literal(this ContactDraft draft, DraftField field) => field.Range is { } range ? draft.Text.Substring(range.Start, range.Length) : null;
}
