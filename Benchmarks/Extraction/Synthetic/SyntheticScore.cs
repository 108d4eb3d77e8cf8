using System.Text;
using Signet.Contracts;
using Signet.Extraction;
using Signet.Extraction.Mail;
using Signet.Extraction.Text;

namespace Signet.Benchmarks.Extraction.Synthetic;

/// <summary>Holds drafts of made-up mails against what they were made of.</summary>
internal sealed class SyntheticScore
{
    /// <summary>The fields that the headline counts.</summary>
    public static readonly string[] Core = ["FirstName", "LastName", "JobTitle", "Company", "Street", "Postcode", "City", "Email", "Phone", "Website"];

    private static readonly FieldKind[] Names = [FieldKind.FirstName, FieldKind.LastName];
    private static readonly FieldKind[] All = [.. Names, FieldKind.JobTitle, FieldKind.Department, FieldKind.Company, FieldKind.Street, FieldKind.Postcode, FieldKind.City];

    // In other languages names, phones and addresses of the net must be right; the rest is not promised.
    private static readonly string[] Promised = ["de", "en", "fr", "it", "es", "nl"];

    private static readonly FieldKind[] Lenient = [FieldKind.JobTitle, FieldKind.Department, FieldKind.Company, FieldKind.Street];

    public SortedDictionary<string, Tally> Fields { get; } = new(StringComparer.Ordinal);

    /// <summary>By tenth of said confidence: fields said, and fields right.</summary>
    public SortedDictionary<int, (int Said, int Right)> Reliability { get; } = [];

    public int Languages { get; private set; }

    public List<(string Field, string What, SyntheticMail Mail)> Errors { get; } = [];

    public Tally Total => Fields.Where(entry => Core.Contains(entry.Key)).Aggregate(new Tally(0, 0, 0), (sum, entry) => sum + entry.Value);

    public void Add(SyntheticMail mail)
    {
        var draft = ContactExtractor.Extract(Read(mail), new(mail.Mailbox));
        if (draft.Language == mail.Language || !Promised.Contains(mail.Language)) Languages++;
        foreach (var kind in Promised.Contains(mail.Language) ? All : Names) Single(mail, draft, kind);
        Many(mail, "Phone", draft, FieldKind.Phone, [.. mail.Gold.Phones.Select(phone => $"{phone.Type} {phone.Value}")], field => $"{field.PhoneType ?? PhoneType.Work} {field.Value}");
        Many(mail, "Email", draft, FieldKind.Email, mail.Gold.Emails, field => field.Value);
        Many(mail, "Website", draft, FieldKind.Website, mail.Gold.Websites, field => Host(field.Value));
    }

    private static MailContent Read(SyntheticMail mail)
    {
        if (mail.IsPasted) return MailContent.Pasted(mail.Eml);
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(mail.Eml));
        return MailReader.Read(stream, CancellationToken.None)!;
    }

    private void Single(SyntheticMail mail, ContactDraft draft, FieldKind kind)
    {
        var gold = mail.Gold.Single.GetValueOrDefault(kind);
        var found = draft.Fields.FirstOrDefault(field => field.Kind == kind);
        if (gold is null && found is null) return;
        var value = found is null ? "" : kind == FieldKind.Street ? ScoredFields.Street(draft) ?? found.Value : found.Value;
        var right = found is not null && gold is not null && gold.Any(wanted => Same(kind, wanted, value));
        Count(kind.ToString(), new(right ? 1 : 0, found is not null && !right ? 1 : 0, gold is not null && !right ? 1 : 0));
        if (found is not null) Said(found.Confidence, right);
        if (!right) Errors.Add((kind.ToString(), $"wanted {(gold is null ? "nothing" : gold[0])}, found {(found is null ? "nothing" : $"{value} ({found.Rule} {found.Confidence:F2})")}", mail));
    }

    private void Many(SyntheticMail mail, string name, ContactDraft draft, FieldKind kind, IEnumerable<string> gold, Func<DraftField, string> written)
    {
        var missing = gold.ToHashSet(StringComparer.OrdinalIgnoreCase);
        foreach (var field in draft.Fields.Where(field => field.Kind == kind))
        {
            var value = written(field);
            var right = missing.Remove(value);
            if (!right && mail.Gold.Optional.Contains(value)) continue;
            Said(field.Confidence, right);
            Count(name, new(right ? 1 : 0, right ? 0 : 1, 0));
            if (!right) Errors.Add((name, $"found {value} ({field.Rule})", mail));
        }

        Count(name, new(0, 0, missing.Count));
        foreach (var value in missing) Errors.Add((name, $"missed {value}", mail));
    }

    private static bool Same(FieldKind kind, string wanted, string value)
    {
        if (Folding.Key(wanted) == Folding.Key(value)) return true;
        if (!Lenient.Contains(kind)) return false;
        var (a, b) = (Word.Split(wanted), Word.Split(value));
        var shared = a.Count(word => b.Any(other => other.Folded == word.Folded));
        return a.Count + b.Count > 0 && 2.0 * shared / (a.Count + b.Count) >= 0.75;
    }

    private static string Host(string address)
    {
        var host = address.ToLowerInvariant().Replace("https://", "", StringComparison.Ordinal).Replace("http://", "", StringComparison.Ordinal);
        return (host.StartsWith("www.", StringComparison.Ordinal) ? host[4..] : host).Split('/')[0];
    }

    private void Count(string field, Tally tally) => Fields[field] = Fields.GetValueOrDefault(field, new(0, 0, 0)) + tally;

    private void Said(double confidence, bool right)
    {
        var tenth = (int)(confidence * 20);
        var (said, good) = Reliability.GetValueOrDefault(tenth);
        Reliability[tenth] = (said + 1, good + (right ? 1 : 0));
    }
}

/// <summary>Right, wrongly found and missed.</summary>
internal readonly record struct Tally(int Right, int Wrong, int Missed)
{
    public double Precision => Right + Wrong == 0 ? 1 : (double)Right / (Right + Wrong);

    public double Recall => Right + Missed == 0 ? 1 : (double)Right / (Right + Missed);

    public double F1 => Precision + Recall == 0 ? 0 : 2 * Precision * Recall / (Precision + Recall);

    public static Tally operator +(Tally a, Tally b) => new(a.Right + b.Right, a.Wrong + b.Wrong, a.Missed + b.Missed);
}
