using Signet.Contracts;
using Signet.Extraction.Lines;
using Signet.Extraction.People;

namespace Signet.Extraction.Assembly;

/// <summary>Collects the fields of a draft in the order in which people read a contact.</summary>
internal sealed class DraftAssembler
{
    private readonly List<DraftField> fields = [];

    public IReadOnlyList<DraftField> Fields => [.. fields.Select(FieldGate.Pass).OfType<DraftField>()];

    public void AddPerson(Person person)
    {
        Part(FieldKind.Salutation, person.Name.Salutation);
        Part(FieldKind.AcademicTitle, person.Name.Title);
        Part(FieldKind.FirstName, person.Name.First);
        Part(FieldKind.MiddleName, person.Name.Middle);
        Part(FieldKind.LastName, person.Name.Last);
        Part(FieldKind.Suffix, person.Name.Suffix);
        return;

        void Part(FieldKind kind, NamePart part)
        {
            if (part.Length > 0) fields.Add(new(kind, part.Value, null, person.Confidence, person.Rule, new(person.Offset + part.Start, part.Length)));
        }
    }

    public void Add(FieldKind kind, Choice? choice)
    {
        if (choice is not null) fields.Add(new(kind, choice.Value, null, choice.Confidence, choice.Rule, new(choice.Start, choice.Length)));
    }

    public void AddAddress(PostalAddress address)
    {
        var rule = address.Street.IsEmpty ? "address.place" : address.Zip.IsEmpty ? "address.street" : "address.full";
        if (HouseNumber.Split(address.Street) is var (street, number))
        {
            Span(FieldKind.Street, street, address.Confidence);
            Span(FieldKind.HouseNumber, number, address.Confidence);
        }
        else if (HouseNumber.IsBox(address.Street.Value))
        {
            Span(FieldKind.PoBox, address.Street, address.Confidence);
        }
        else
        {
            Span(FieldKind.Street, address.Street, address.Confidence);
        }

        Span(FieldKind.Postcode, address.Zip, address.Confidence);
        Span(FieldKind.City, address.City, address.Confidence);
        if (address.CountryCode is not null)
            fields.Add(new(FieldKind.Country, address.CountryCode, null, address.Confidence, rule, address.Country.IsEmpty ? null : new(address.Country.Start, address.Country.Length)));
        return;

        void Span(FieldKind kind, Lines.Span span, double confidence)
        {
            if (!span.IsEmpty) fields.Add(new(kind, span.Value, null, confidence, rule, new(span.Start, span.Length)));
        }
    }

    /// <summary>Contact points of the person's block first; the footer's only where the block has none of the kind.</summary>
    public void AddPoints(IEnumerable<ContactPoint> points)
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

    public void AddSenderAddress(string address, Contracts.TextRange? range)
    {
        if (!fields.Any(field => field.Kind == FieldKind.Email && string.Equals(field.Value, address, StringComparison.OrdinalIgnoreCase)))
            fields.Add(new(FieldKind.Email, address, null, 0.95, "email.header", range));
    }

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
