using Signet.Contracts;

namespace Signet.Web.Fields;

/// <summary>The fields of one person in the order of the page: a draft to check, a contact to edit, or a new one to type.</summary>
public sealed class FieldSheet(FieldWords words)
{
    private static readonly (FieldKind Kind, PhoneType? Type)[] Usual =
    [
        (FieldKind.FirstName, null), (FieldKind.LastName, null), (FieldKind.JobTitle, null), (FieldKind.Email, null),
        (FieldKind.Phone, PhoneType.Work), (FieldKind.Phone, PhoneType.Mobile), (FieldKind.Company, null),
    ];

    private readonly List<FieldEntry> entries = [];
    private int count;

    public IReadOnlyList<FieldEntry> Entries => entries;

    /// <summary>Where phone numbers without a country code are from, unless the contact's own address says so.</summary>
    public string Region { get; set; } = "DE";

    /// <summary>Where this contact's numbers without a country code are from.</summary>
    public string Country => entries.Find(entry => entry.Kind is FieldKind.Country && entry.Value.Length == 2)?.Value ?? Region;

    public bool IsEmpty => entries.All(entry => entry.Value.Trim().Length == 0);

    /// <summary>A person has changed something.</summary>
    public event Action? Changed;

    public static FieldSheet Blank(FieldWords words)
    {
        var sheet = new FieldSheet(words);
        foreach (var (kind, type) in Usual) sheet.entries.Add(new FieldEntry(sheet.count++, kind) { PhoneType = type });
        return sheet;
    }

    public static FieldSheet Of(CaptureResponse capture, FieldWords words)
    {
        var sheet = new FieldSheet(words);
        foreach (var field in capture.Fields) sheet.AddRead(field.Id, field.Kind, field.Value, field.PhoneType, field.Confidence, field.Rule, field.Range, field.Alternatives);
        return sheet.Sort();
    }

    public static FieldSheet Of(DraftResponse draft, FieldWords words)
    {
        var sheet = new FieldSheet(words);
        foreach (var field in draft.Fields) sheet.AddRead(field.Id, field.Kind, field.Value, field.PhoneType, field.Confidence, field.Rule, null);
        return sheet.Sort();
    }

    public static FieldSheet Of(ContactResponse contact, FieldWords words)
    {
        var sheet = new FieldSheet(words);
        foreach (var field in contact.Fields)
        {
            var shown = sheet.Shown(field.Kind, field.Value);
            sheet.entries.Add(new FieldEntry(sheet.count++, field.Kind) { Id = field.Id, PhoneType = field.PhoneType, Value = shown, Original = field.Value, OriginalShown = shown, Source = field.Source });
        }
        return sheet.Sort();
    }

    public IEnumerable<FieldEntry> In(FieldWords.Group group) => entries.Where(entry => FieldWords.GroupOf(entry.Kind) == group);

    /// <summary>Kinds that can be added: the single ones that are not there yet, and those of which there may be many.</summary>
    public IEnumerable<FieldKind> Addable => FieldWords.Order.Where(kind => FieldWords.IsMany(kind) || entries.TrueForAll(entry => entry.Kind != kind));

    public FieldEntry Add(FieldKind kind)
    {
        var entry = new FieldEntry(count++, kind) { PhoneType = kind is FieldKind.Phone ? PhoneType.Work : null };
        entries.Add(entry);
        Sort();
        return entry;
    }

    public void Touch() => Changed?.Invoke();

    /// <summary>What is sent, in an order that the server's error paths (<c>fields[2].value</c>) refer to.</summary>
    public IReadOnlyList<FieldEntry> Filled => [.. entries.Where(entry => entry.Value.Trim().Length > 0)];

    /// <summary>A confirmed or changed value is the person's, so it names no draft field.</summary>
    public IReadOnlyList<FieldChoice> Choices() =>
        [.. Filled.Select(entry => new FieldChoice(entry.Kind, Wire(entry), entry.PhoneType, entry.IsChanged || entry.Confirmed ? null : entry.Id))];

    public IReadOnlyList<UpdateContactField> Updates() => [.. Filled.Select(entry => new UpdateContactField(entry.Id, entry.Kind, Wire(entry), entry.PhoneType))];

    /// <summary>What tells one person or company from another, as far as it is filled in.</summary>
    public IReadOnlyList<DuplicateField> Telling() => [.. Filled.Where(entry => FieldWords.Tells(entry.Kind)).Select(entry => new DuplicateField(entry.Kind, Wire(entry), entry.PhoneType))];

    /// <summary>What goes over the wire: the stored form unless the person changed it.</summary>
    private string Wire(FieldEntry entry) => entry.IsChanged ? words.Stored(entry.Kind, entry.Value.Trim(), Country) : entry.Original!;

    private void AddRead(Guid id, FieldKind kind, string value, PhoneType? type, double confidence, string rule, TextRange? range, IReadOnlyList<FieldAlternative>? alternatives = null)
    {
        var shown = Shown(kind, value);
        var low = Trust.Of(confidence) is Trust.Level.Low;
        entries.Add(new FieldEntry(count++, kind)
        {
            Id = id, PhoneType = type, Confidence = confidence, Rule = rule, ReadRange = range, Original = value, OriginalShown = shown,
            Value = low ? "" : shown, Proposal = low ? shown : null,
            Alternatives = [.. (alternatives ?? []).Select(other => new FieldReading(Shown(kind, other.Value), other.Confidence, other.Range))],
        });
    }

    /// <summary>A country is chosen from names, so its code stays the value; a phone is shown in its international format.</summary>
    private string Shown(FieldKind kind, string value) => kind is FieldKind.Country ? value : words.Shown(kind, value);

    private FieldSheet Sort()
    {
        var sorted = entries.OrderBy(entry => FieldWords.Position(entry.Kind)).ToList(); // stable: several phones keep their order
        entries.Clear();
        entries.AddRange(sorted);
        return this;
    }
}
