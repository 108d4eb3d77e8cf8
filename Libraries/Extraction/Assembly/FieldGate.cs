using Signet.Contracts;
using Signet.Extraction.Text;

namespace Signet.Extraction.Assembly;

/// <summary>Lets through what contacts can store. A value that cannot be is left out: one odd field must not cost the draft.</summary>
internal static class FieldGate
{
    private const int Longest = 256;
    private const int LongestName = 128;
    private const int LongestLink = 512;

    public static DraftField? Pass(DraftField field) =>
        Pass(field.Kind, field.Value) is not { } value
            ? null
            : field with { Value = value, Alternatives = [.. field.Alternatives.Select(other => Pass(field.Kind, other.Value) is { } passed ? other with { Value = passed } : null).OfType<DraftAlternative>()] };

    private static string? Pass(FieldKind kind, string written)
    {
        var longest = kind switch
        {
            FieldKind.FirstName or FieldKind.MiddleName or FieldKind.LastName or FieldKind.Salutation or FieldKind.AcademicTitle or FieldKind.Suffix => LongestName,
            FieldKind.Website or FieldKind.SocialProfile => LongestLink,
            _ => Longest,
        };
        if (Cleaning.Value(written, longest) is not { } value) return null;
        // What a wrong charset left behind.
        if (value.Contains('\ufffd', StringComparison.Ordinal)) return null;
        if (kind == FieldKind.Email && !IsAddress(value)) return null;
        if (kind is FieldKind.Website or FieldKind.SocialProfile && !IsLink(value)) return null;
        return value;
    }

    private static bool IsAddress(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        return at > 0 && at < value.Length - 1 && at == value.LastIndexOf('@') && !value.Contains(' ', StringComparison.Ordinal);
    }

    // Only what a browser opens as a page: no scheme, or http(s); "example.com:8080" has a port.
    private static bool IsLink(string value)
    {
        if (value.Contains(' ', StringComparison.Ordinal)) return false;
        if (value.StartsWith("http://", StringComparison.OrdinalIgnoreCase) || value.StartsWith("https://", StringComparison.OrdinalIgnoreCase)) return true;
        var colon = value.IndexOf(':', StringComparison.Ordinal);
        return colon < 0 || value.AsSpan(0, colon).Contains('.') && colon + 1 < value.Length && char.IsAsciiDigit(value[colon + 1]);
    }
}
