using Signet.Contracts;
using Signet.Extraction.Lines;

namespace Signet.Extraction.Assembly;

/// <summary>An address as fields.</summary>
internal static class AddressParts
{
    public static IEnumerable<(FieldKind Kind, Choice Choice)> Of(PostalAddress address)
    {
        var rule = address.Street.IsEmpty && address.Box.IsEmpty ? "address.place" : address.Zip.IsEmpty ? "address.street" : "address.full";
        var (street, number) = HouseNumber.Split(address.Street) ?? (address.Street, Lines.Span.None);
        foreach (var (kind, span) in ((FieldKind, Lines.Span)[])[(FieldKind.Street, street), (FieldKind.HouseNumber, number), (FieldKind.PoBox, address.Box), (FieldKind.Postcode, address.Zip), (FieldKind.City, address.City), (FieldKind.Region, address.Region)])
            if (!span.IsEmpty) yield return (kind, Choose(span));
        if (address.CountryCode is not null) yield return (FieldKind.Country, Choose(address.Country with { Value = address.CountryCode }));

        Choice Choose(Lines.Span span) => new(span.Value, span.Start, span.Length, address.Confidence, rule);
    }
}
