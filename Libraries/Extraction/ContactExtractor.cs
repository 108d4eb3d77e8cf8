using Signet.Contracts;
using Signet.Extraction.Assembly;
using Signet.Extraction.Identifiers;
using Signet.Extraction.Lines;
using Signet.Extraction.Mail;
using Signet.Extraction.People;
using Signet.Extraction.Quotes;
using Signet.Extraction.Signatures;
using Signet.Extraction.Text;

namespace Signet.Extraction;

/// <summary>
/// From a mail to the draft of a contact: mark what is quoted, find the signature and the company's footer, take their lines apart, decide
/// who it is, put the fields together. Pure: the same input gives the same draft, in steps bounded by <see cref="Limits"/>.
/// </summary>
public static class ContactExtractor
{
    public static ContactDraft Extract(MailContent mail, ExtractionOptions options) => Extract(mail, options, new());

    internal static ContactDraft Extract(MailContent mail, ExtractionOptions options, StepCounter steps)
    {
        ArgumentNullException.ThrowIfNull(mail);
        ArgumentNullException.ThrowIfNull(options);
        var from = mail.From?.Clean();
        var text = MailText.Of(from, mail.Body);
        var sender = SenderIdentity.Of(from, options.Region);
        steps.Add(text.Value.Length);
        QuoteMarker.Mark(text.Lines, steps);
        var signature = new SignatureFinder(text.Lines, sender, steps).Find();
        var fields = Read(text, signature, sender, options, steps);
        return new(text.Value, Range(signature.Lines), fields, fields.Count == 0 ? null : LanguageGuess.Of(signature, text.Lines, options.Language));
    }

    private static IReadOnlyList<DraftField> Read(MailText text, Signature signature, SenderIdentity? sender, ExtractionOptions options, StepCounter steps)
    {
        var (segments, points, addresses, region) = SignatureReading.Of(signature, sender, options.Region, steps);
        NearbyProfiles.Read(text.Lines, signature.Lines, points, steps);
        var companyKey = sender?.CompanyKey ?? KeyOfAddress(points);
        SegmentRefiner.Refine(segments, sender, companyKey, steps);
        foreach (var segment in segments) SegmentClassifier.Classify(segment);
        steps.Add(segments.Sum(segment => segment.Words.Count));
        var mailbox = sender is null && FirstAddress(points) is { } address ? SenderIdentity.Of(new Sender(null, address)) : null;
        var person = PersonDecider.Decide(segments, sender, mailbox, text.SenderStart, region.Code, steps);
        var companies = CompanyDecider.Decide(segments, sender, companyKey, person?.Segment, steps);
        var (titles, departments) = TitleDecider.Decide(segments, person?.Segment, person is null ? 0 : person.Offset + NameEnd(person.Name), companies.Winner, sender is null, steps);

        var draft = new DraftAssembler();
        draft.Add(person);
        draft.Add(FieldKind.JobTitle, titles);
        draft.Add(FieldKind.Department, departments);
        draft.Add(FieldKind.Company, companies);
        draft.Add([.. addresses.OrderBy(address => address.IsFooter).ThenByDescending(address => address.Confidence)]);
        draft.Add(points);
        AddIdentifiers(draft, [.. signature.Lines, .. signature.Footer], steps);
        if (sender is { IsSentByList: false, Address.Length: > 0 }) draft.AddSenderAddress(sender.Address, SenderRange(text, sender));
        return draft.Fields;
    }

    private static void AddIdentifiers(DraftAssembler draft, IReadOnlyList<TextLine> lines, StepCounter steps)
    {
        var (vatIds, registers) = (new Contest(), new Contest());
        foreach (var line in lines) VatReader.Read(line, vatIds, steps);
        RegisterReader.Read(lines, registers, steps);
        draft.Add(FieldKind.VatId, vatIds);
        draft.Add(FieldKind.CommercialRegister, registers);
    }

    // Pasted text, or a list's From: the domain of the address in the signature, else of its website.
    private static string? KeyOfAddress(List<ContactPoint> points)
    {
        if (FirstAddress(points) is { } address) return SenderIdentity.CompanyKeyOf(address[(address.LastIndexOf('@') + 1)..].ToLowerInvariant());
        return points.Find(point => point.Kind == FieldKind.Website && !point.IsFooter) is { } website ? SenderIdentity.CompanyKeyOf(LinkScan.HostOf(website.Value)) : null;
    }

    private static string? FirstAddress(List<ContactPoint> points) => points.Find(point => point.Kind == FieldKind.Email && !point.IsFooter)?.Value;

    private static int NameEnd(PersonName name) => new[] { name.Last, name.First, name.Middle, name.Suffix, name.Title }.Max(part => part.Start + part.Length);

    private static TextRange? SenderRange(MailText text, SenderIdentity sender)
    {
        var start = text.Value.IndexOf(sender.Address, 0, Math.Min(text.Value.Length, 1000), StringComparison.Ordinal);
        return start < 0 ? null : new(start, sender.Address.Length);
    }

    private static TextRange? Range(IReadOnlyList<TextLine> lines) =>
        lines.Count == 0 ? null : new(lines[0].Start, lines[^1].Start + lines[^1].FullLength - lines[0].Start);
}
