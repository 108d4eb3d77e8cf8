using Signet.Contracts;
using Signet.Extraction.Text;

namespace Signet.Extraction.Assembly;

/// <summary>Lets through what contacts can store. A value that cannot be is left out: one odd field must not cost the draft.</summary>
internal static class FieldGate
{
    private const int Longest = 256;
    private const int LongestName = 128;
    private const int LongestLink = 512;

    public static DraftField? Pass(DraftField field)
    {
        var longest = field.Kind switch
        {
            FieldKind.FirstName or FieldKind.MiddleName or FieldKind.LastName or FieldKind.Salutation or FieldKind.AcademicTitle or FieldKind.Suffix => LongestName,
            FieldKind.Website or FieldKind.SocialProfile => LongestLink,
            _ => Longest,
        };
        if (Cleaning.Value(field.Value, longest) is not { } value) return null;
        if (field.Kind == FieldKind.Email && (value.Contains(' ', StringComparison.Ordinal) || !value.Contains('@', StringComparison.Ordinal))) return null;
        return field with { Value = value };
    }
}
