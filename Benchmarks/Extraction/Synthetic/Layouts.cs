using static Signet.Benchmarks.Extraction.Synthetic.SignatureParts;

namespace Signet.Benchmarks.Extraction.Synthetic;

/// <summary>Ways to lay a signature out.</summary>
internal static class Layouts
{
    public static IReadOnlyList<(string Name, Func<Chance, SignatureParts, IEnumerable<string>> Write)> All { get; } =
    [
        ("block", Block), ("block", Block), ("block", Block), ("paragraphs", Paragraphs), ("pipes", Pipes), ("bullets", Bullets), ("columns", Columns), ("table", Tabs), ("box", Box),
        ("company-first", CompanyFirst), ("title-behind", TitleBehind), ("one-line-address", OneLineAddress), ("stars", Stars), ("delimiter", Delimiter), ("frame", Frame), ("labelled", Labelled),
        ("company-line", CompanyLine), ("phones-on-one-line", PhonesOnOneLine),
    ];

    private static IEnumerable<string> Block(Chance chance, SignatureParts parts) =>
        Filled([parts.Name, parts.Title, parts.Department, parts.Company, .. parts.Address3, .. parts.Contacts]);

    private static IEnumerable<string> Paragraphs(Chance chance, SignatureParts parts) =>
        [.. Filled(parts.Name, parts.Title, parts.Department), "", .. Filled([parts.Company, .. parts.Address3]), "", .. parts.Contacts];

    private static IEnumerable<string> Pipes(Chance chance, SignatureParts parts) =>
        Filled(string.Join(" | ", Filled(parts.Name, parts.Title)), string.Join(" | ", Filled(parts.Department, parts.Company)), string.Join(" | ", parts.Address3), string.Join(" | ", Filled(parts.Phones)), string.Join(" | ", Filled(parts.Mail, parts.Web)));

    private static IEnumerable<string> Bullets(Chance chance, SignatureParts parts)
    {
        var bullet = chance.Of(" • ", " · ", " – ", " // ");
        return Filled(parts.Name, parts.Title, parts.Department, string.Join(bullet, Filled([parts.Company, .. parts.Address3])), string.Join(bullet, parts.Contacts));
    }

    private static IEnumerable<string> Columns(Chance chance, SignatureParts parts)
    {
        string[] left = [.. Filled([parts.Name, parts.Title, parts.Department, parts.Company, .. parts.Address3])];
        string[] right = [.. parts.Contacts];
        var width = left.Max(line => line.Length) + 3 + chance.Next(6);
        return Enumerable.Range(0, Math.Max(left.Length, right.Length)).Select(i => ((i < left.Length ? left[i] : "").PadRight(width) + (i < right.Length ? right[i] : "")).TrimEnd());
    }

    private static IEnumerable<string> Tabs(Chance chance, SignatureParts parts)
    {
        string[] left = [.. Filled([parts.Name, parts.Title, parts.Company])];
        string[] right = [.. Filled([.. parts.Address3, .. parts.Contacts, parts.Department])];
        return Enumerable.Range(0, Math.Max(left.Length, right.Length)).Select(i => (i < left.Length ? left[i] : "") + "\t" + (i < right.Length ? right[i] : ""));
    }

    private static IEnumerable<string> Box(Chance chance, SignatureParts parts)
    {
        string[] lines = [.. Block(chance, parts)];
        var width = lines.Max(line => line.Length);
        var bar = chance.Of("|", "│", "*");
        var edge = bar + new string(chance.Of("-", "=").First(), width + 2) + bar;
        return [edge, .. lines.Select(line => $"{bar} {line.PadRight(width)} {bar}"), edge];
    }

    private static IEnumerable<string> CompanyFirst(Chance chance, SignatureParts parts) =>
        Filled([parts.Company, parts.Name, parts.Title, parts.Department, .. parts.Address3, .. parts.Contacts]);

    private static IEnumerable<string> TitleBehind(Chance chance, SignatureParts parts) =>
        Filled([string.Join(chance.Of(", ", " - ", " – "), Filled(parts.Name, parts.Title)), parts.Department, parts.Company, .. parts.Address3, .. parts.Contacts]);

    private static IEnumerable<string> OneLineAddress(Chance chance, SignatureParts parts) =>
        Filled([parts.Name, parts.Title, parts.Department, parts.Company, string.Join(", ", parts.Address3), .. parts.Contacts]);

    private static IEnumerable<string> Stars(Chance chance, SignatureParts parts) =>
        Filled([$"*{parts.Name}*", parts.Title, parts.Department, parts.Company.Length > 0 ? $"*{parts.Company}*" : "", .. parts.Address3, .. parts.Contacts]);

    private static IEnumerable<string> Delimiter(Chance chance, SignatureParts parts) => ["-- ", .. Block(chance, parts)];

    private static IEnumerable<string> Frame(Chance chance, SignatureParts parts)
    {
        var frame = new string(chance.Of("_", "-", "=", "*").First(), 20 + chance.Next(40));
        return [frame, .. Block(chance, parts), .. chance.Happens(0.5) ? new[] { frame } : []];
    }

    private static IEnumerable<string> Labelled(Chance chance, SignatureParts parts) =>
        [parts.Name, .. Filled(parts.Title, parts.Department, parts.Company), "", .. parts.Street.Length > 0 ? new[] { "Adresse: " + string.Join(", ", parts.Address3) } : [], .. parts.Contacts];

    private static IEnumerable<string> CompanyLine(Chance chance, SignatureParts parts) =>
        Filled([parts.Name, string.Join(", ", Filled(parts.Title, parts.Department)), string.Join(chance.Of(", ", " | ", " - "), Filled([parts.Company, .. parts.Address3])), .. parts.Contacts]);

    private static IEnumerable<string> PhonesOnOneLine(Chance chance, SignatureParts parts) =>
        Filled([parts.Name, parts.Title, parts.Department, parts.Company, .. parts.Address3, string.Join(chance.Of("  ", ", ", " / ", "; ", "   "), Filled(parts.Phones)), parts.Mail, parts.Web]);
}
