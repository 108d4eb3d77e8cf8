using Signet.Contracts;
using Signet.Extraction.Lines;
using Signet.Extraction.People;
using Signet.Extraction.Text;

namespace Signet.Extraction.Assembly;

/// <summary>Collects the fields of a draft in the order in which people read a contact.</summary>
internal sealed class DraftAssembler
{
    private static readonly (FieldKind Kind, Func<PersonName, NamePart> Part)[] NameParts =
    [
        (FieldKind.Salutation, name => name.Salutation), (FieldKind.AcademicTitle, name => name.Title), (FieldKind.FirstName, name => name.First),
        (FieldKind.MiddleName, name => name.Middle), (FieldKind.LastName, name => name.Last), (FieldKind.Suffix, name => name.Suffix),
    ];

    private readonly List<DraftField> fields = [];

    public IReadOnlyList<DraftField> Fields => [.. fields.Select(FieldGate.Pass).OfType<DraftField>()];

    public void Add(Person? person)
    {
        if (person is null) return;
        foreach (var (kind, part) in NameParts)
            if (Choose(person, part) is { } choice) Add(kind, choice, person.Others.Select(other => Choose(other, part)).OfType<Choice>());

        static Choice? Choose(Person person, Func<PersonName, NamePart> get) =>
            get(person.Name) is { Length: > 0 } part ? new(part.Value, person.Offset + part.Start, part.Length, person.Confidence, person.Rule) : null;
    }

    public void Add(FieldKind kind, Contest contest)
    {
        if (contest.Winner is not null) Add(kind, contest.Winner, contest.Losers);
    }

    /// <summary>The first address, with the parts of the others as its alternatives.</summary>
    public void Add(IReadOnlyList<PostalAddress> addresses)
    {
        if (addresses.Count == 0) return;
        var parts = addresses.Select(address => AddressParts.Of(address).ToLookup(part => part.Kind, part => part.Choice)).ToList();
        foreach (var (kind, choice) in AddressParts.Of(addresses[0])) Add(kind, choice, parts.Skip(1).SelectMany(other => other[kind]));
    }

    /// <summary>Contact points of the person's block first; the footer's only where the block has none of the kind.</summary>
    public void Add(IEnumerable<ContactPoint> points)
    {
        var seen = new HashSet<(FieldKind, string)>();
        foreach (var group in points.GroupBy(point => point.Kind))
        {
            var own = group.Where(point => !point.IsFooter).ToList();
            foreach (var point in (own.Count > 0 ? own : group.ToList()).Take(Limits.ValuesPerKind * 2))
            {
                if (!seen.Add((point.Kind, Identity(point))) || fields.Count(field => field.Kind == point.Kind) >= Limits.ValuesPerKind) continue;
                fields.Add(new(point.Kind, point.Value, point.PhoneType, point.IsFooter ? point.Confidence - 0.1 : point.Confidence, point.Rule, new(point.Start, point.Length)));
            }
        }
    }

    public void AddSenderAddress(string address, TextRange? range)
    {
        if (!fields.Any(field => field.Kind == FieldKind.Email && string.Equals(field.Value, address, StringComparison.OrdinalIgnoreCase)))
            fields.Add(new(FieldKind.Email, address, null, 0.95, "email.header", range));
    }

    private void Add(FieldKind kind, Choice choice, IEnumerable<Choice> others) =>
        fields.Add(new(kind, choice.Value, null, choice.Confidence, choice.Rule, Range(choice))
        {
            // No alternative is surer than what was chosen over it.
            Alternatives =
            [
                .. others.DistinctBy(other => Folding.Key(other.Value)).Where(other => Folding.Key(other.Value) != Folding.Key(choice.Value)).Take(Limits.Alternatives)
                    .Select(other => new DraftAlternative(other.Value, Math.Min(other.Confidence, choice.Confidence), other.Rule, Range(other))),
            ],
        });

    private static TextRange? Range(Choice choice) => choice.Length == 0 ? null : new(choice.Start, choice.Length);

    private static string Identity(ContactPoint point) => point.Kind switch
    {
        FieldKind.Website => LinkHost(point.Value),
        FieldKind.Email => point.Value.ToLowerInvariant(),
        // One number for both: it is listed as both.
        FieldKind.Phone => point.PhoneType == PhoneType.Fax ? point.Value + "f" : point.Value,
        _ => point.Value,
    };

    private static string LinkHost(string address)
    {
        var lower = address.ToLowerInvariant();
        var scheme = lower.IndexOf("://", StringComparison.Ordinal);
        if (scheme >= 0) lower = lower[(scheme + 3)..];
        if (lower.StartsWith("www.", StringComparison.Ordinal)) lower = lower[4..];
        var slash = lower.IndexOf('/', StringComparison.Ordinal);
        return slash < 0 ? lower : lower[..slash];
    }
}
