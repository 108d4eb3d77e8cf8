using Signet.Contracts;
using Signet.Extraction.Lines;

namespace Signet.Extraction.Assembly;

/// <summary>An address as fields.</summary>
internal static class AddressParts
{
    public static IEnumerable<(FieldKind Kind, Choice Choice)> Of(PostalAddress address)
    {
        var rule = address.Street.IsEmpty ? "address.place" : address.Zip.IsEmpty ? "address.street" : "address.full";
        foreach (var (kind, span) in Street(address.Street))
            if (!span.IsEmpty) yield return (kind, Choose(span));
        if (!address.Zip.IsEmpty) yield return (FieldKind.Postcode, Choose(address.Zip));
        if (!address.City.IsEmpty) yield return (FieldKind.City, Choose(address.City));
        if (address.CountryCode is not null) yield return (FieldKind.Country, Choose(address.Country with { Value = address.CountryCode }));

        Choice Choose(Lines.Span span) => new(span.Value, span.Start, span.Length, address.Confidence, rule);
    }

    private static IEnumerable<(FieldKind Kind, Lines.Span Span)> Street(Lines.Span street)
    {
        if (HouseNumber.Split(street) is var (name, number)) return [(FieldKind.Street, name), (FieldKind.HouseNumber, number)];
        return [(HouseNumber.IsBox(street.Value) ? FieldKind.PoBox : FieldKind.Street, street)];
    }
}
