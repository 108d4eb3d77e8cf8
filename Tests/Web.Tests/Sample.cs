using Signet.Contracts;

namespace Signet.Web.Tests;

/// <summary>Fictional people and mails.</summary>
internal static class Sample
{
    public static readonly Guid List = new("0193f000-0000-7000-8000-000000000001");
    public static readonly DateTimeOffset Then = new(2026, 11, 24, 8, 59, 0, TimeSpan.Zero);

    public const string Text = "From: Klara Muster <k.muster@antriebe.example.com>\n\nGood morning,\n\nplease call me.\n\nKlara Muster\nHead of Purchasing\nMobile 0171 3920042\nSwitchboard 90009-0\n\nImprint";

    public static readonly FieldSource FromMail = new(SourceKind.Mail, Then, "phone.label", .97);

    public static CaptureResponse Capture(params CapturedField[] fields) =>
        new(Guid.CreateVersion7(Then), "Pumps", Then, Text, Range("Klara Muster\nHead of Purchasing\nMobile 0171 3920042\nSwitchboard 90009-0"), fields, []);

    public static CapturedField Field(FieldKind kind, string value, double confidence, string? inText = null, PhoneType? type = null) =>
        new(Guid.CreateVersion7(Then), kind, value, type, confidence, "phone.label", inText is null ? null : Range(inText), null);

    public static TextRange Range(string part) => new(Text.LastIndexOf(part, StringComparison.Ordinal), part.Length);

    public static ContactFieldResponse Stored(FieldKind kind, string value, PhoneType? type = null) => new(Guid.CreateVersion7(Then), kind, value, type, FromMail);

    public static ContactResponse Contact(int version = 1, params ContactFieldResponse[] fields) =>
        new(new("0193f000-0000-7000-8000-0000000000aa"), List, "South sales", version, "Klara Muster", Then, Then, fields);

    public static DuplicateCandidate Candidate(string name, params DuplicateReason[] reasons) =>
        new(Guid.CreateVersion7(Then), name, null, null, List, "South sales", DuplicateAnswer.Same, 4, reasons.Length > 0 ? reasons : [Reason("lastNameSame", 8)]);

    public static DuplicateReason Reason(string code, double bits, string? given = null, string? found = null) => new(code, bits, given, found ?? given, null, $"English of {code}");

    public static ContactSummary Row(int number, string name = "Klara Muster") =>
        new(new Guid(number, 0, 0, [0, 0, 0, 0, 0, 0, 0, 1]), List, "South sales", 1, $"{name} {number}", null, "Beispiel Antriebstechnik GmbH & Co. KG", "k.muster@example.com", null, null, SourceKind.Mail, Then);

    public static MeResponse Me { get; } = new(Guid.Empty, "jana.beispiel@werke.example.com", "Jana Beispiel", new(Guid.Empty, "Musterwerke", "DE", "de"), Permissions.All);

    public static ListsResponse Lists { get; } = new([new(List, "South sales", 2), new(new("0193f000-0000-7000-8000-000000000002"), "Trade fair", 1)]);
}
