using System.Text.Json;
using Signet.Contacts.Contacts;
using Signet.Contracts;
using Signet.Matching.Blocking;
using Signet.Matching.Normalisation;
using Signet.Matching.Records;
using Signet.Matching.Scoring;

namespace Signet.Contacts.Duplicates;

/// <summary>Reasons as they are shown: with the values as people wrote them instead of the normalised ones, the weightiest first.</summary>
/// <param name="given">The record that was asked about.</param>
/// <param name="found">The stored contact.</param>
/// <param name="counts">How many contacts have each key of the record, up to <see cref="MatchKeys.MostSharers"/> and one.</param>
public sealed class ReasonWords(IReadOnlyCollection<FieldValue> given, IReadOnlyCollection<FieldValue> found, IReadOnlyDictionary<long, int> counts)
{
    public IReadOnlyList<DuplicateReason> Of(IReadOnlyList<Reason> reasons) => [.. reasons.OrderByDescending(reason => Math.Abs(reason.Bits)).Select(Of)];

    private DuplicateReason Of(Reason reason)
    {
        var kinds = KindsOf(reason.Code);
        var (one, other, sharers) = (Written(given, kinds, reason.One), Written(found, kinds, reason.Other), Sharers(reason));
        return new(JsonNamingPolicy.CamelCase.ConvertName(reason.Code.ToString()), Math.Round(reason.Bits, 1), one, other, sharers, ReasonTexts.Of(reason.Code, one, other, sharers));
    }

    // What nothing has counted to the end is not told.
    private int? Sharers(Reason reason)
    {
        if (reason.Code is not (ReasonCode.MobileSame or ReasonCode.PhoneSame)) return null;
        return counts.TryGetValue(unchecked((long)BlockingKeys.Of(TermKind.Phone, reason.One)), out var count) && count <= MatchKeys.Most ? count : null;
    }

    // Of several values the one that the reason is about; a value that was put together (an address) is shown as its first part.
    private static string? Written(IReadOnlyCollection<FieldValue> fields, FieldKind[] kinds, string normalised)
    {
        if (kinds.Length == 0 || normalised.Length == 0) return null;
        var values = fields.Where(field => kinds.Contains(field.Kind)).Select(field => field.Value).ToArray();
        var wanted = Folded(normalised);
        return values.FirstOrDefault(value => Folded(value) == wanted)
            ?? values.FirstOrDefault(value => Folded(value) is { Length: > 0 } folded && (wanted.Contains(folded, StringComparison.Ordinal) || folded.Contains(wanted, StringComparison.Ordinal)))
            ?? values.FirstOrDefault();
    }

    private static string Folded(string value) => TextFold.Fold(value).Replace(" ", string.Empty, StringComparison.Ordinal);

    private static FieldKind[] KindsOf(ReasonCode code) => code switch
    {
        ReasonCode.FirstNameSame or ReasonCode.FirstNameShortForm or ReasonCode.FirstNameSimilar or ReasonCode.FirstNamePart or ReasonCode.FirstNameInitial or ReasonCode.FirstNameDifferent => [FieldKind.FirstName],
        ReasonCode.LastNameSame or ReasonCode.LastNameSimilar or ReasonCode.LastNamePart or ReasonCode.LastNameDifferent => [FieldKind.LastName],
        ReasonCode.EmailSame or ReasonCode.EmailSimilar or ReasonCode.EmailNameSame or ReasonCode.EmailDifferent or ReasonCode.OfficeEmailSame or ReasonCode.DomainSame or ReasonCode.DomainSimilar => [FieldKind.Email],
        ReasonCode.MobileSame or ReasonCode.MobileSimilar or ReasonCode.PhoneSame or ReasonCode.PhoneSimilar or ReasonCode.OfficePhoneSame => [FieldKind.Phone],
        ReasonCode.CompanySame or ReasonCode.CompanySimilar or ReasonCode.CompanyPart or ReasonCode.CompanyDifferent => [FieldKind.Company],
        ReasonCode.CompanyOfDomain => [FieldKind.Company, FieldKind.Email],
        ReasonCode.AddressSame or ReasonCode.StreetSame or ReasonCode.StreetSimilar or ReasonCode.AddressDifferent => [FieldKind.Street],
        ReasonCode.PlaceSame or ReasonCode.PlaceDifferent => [FieldKind.City, FieldKind.Postcode],
        _ => [],
    };
}
