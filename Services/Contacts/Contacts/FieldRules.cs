using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using Signet.Contracts;

namespace Signet.Contacts.Contacts;

/// <summary>What a field may hold. Every refusal says what is wrong and how to mend it.</summary>
public static partial class FieldRules
{
    /// <summary>The longest value of any kind.</summary>
    public const int Longest = 512;

    public const int LongestRule = 64;
    public const int MostFields = 100;

    /// <summary>Trims and composes (NFC); the error is null when the value can be shown and stored as it is.</summary>
    public static (string Value, string? Error) Text(FieldKind kind, string? text) => Text(text, Limit(kind));

    public static (string Value, string? Error) Text(string? text, int limit)
    {
        var trimmed = text?.Trim() ?? string.Empty;
        if (trimmed.Length == 0) return (trimmed, "Has no value. Type one, or leave the field out.");
        foreach (var rune in trimmed.EnumerateRunes())
            if (Forbidden(rune) is { } reason) return (trimmed, reason);
        if (trimmed.EnumerateRunes().All(IsInvisible)) return (trimmed, "Has nothing that can be seen. Type a value, or leave the field out.");
        // After the loop: Normalize throws on half characters.
        var composed = trimmed.Normalize(NormalizationForm.FormC);
        return composed.Length <= limit
            ? (composed, null)
            : (composed, string.Create(CultureInfo.InvariantCulture, $"Has {composed.Length} characters, the limit is {limit}. Shorten it."));
    }

    /// <summary>On top of <see cref="Text(FieldKind, string)"/>: the value in the kind's own form, or why it has none.</summary>
    /// <param name="country">ISO 3166-1 alpha-2 of the contact, which reads phone numbers without country code.</param>
    public static (string Value, string? Error) Check(FieldKind kind, string? text, string? country)
    {
        var (value, error) = Text(kind, text);
        if (error is not null) return (value, error);
        return kind switch
        {
            FieldKind.Email => Email(value),
            FieldKind.Phone => PhoneNumbers.Normalise(value, country),
            FieldKind.Country => Country(value),
            FieldKind.Website or FieldKind.SocialProfile => Address(value),
            _ => (value, null),
        };
    }

    private static int Limit(FieldKind kind) => kind switch
    {
        FieldKind.FirstName or FieldKind.MiddleName or FieldKind.LastName => 128,
        FieldKind.Website or FieldKind.SocialProfile => Longest,
        _ => 256,
    };

    private static string? Forbidden(Rune rune) => rune.Value switch
    {
        // EnumerateRunes stands this in for half a surrogate pair; whole, it means that the text was broken before it came here.
        0xFFFD => "Has a broken character. Type the value again.",
        >= 0x202A and <= 0x202E or >= 0x2066 and <= 0x2069 => $"Has an invisible character that changes the reading direction (U+{rune.Value:X4}). Type the value again instead of pasting it.",
        0x2028 or 0x2029 => $"Has a line break (U+{rune.Value:X4}). Write the value in one line.",
        _ when Rune.IsControl(rune) => $"Has a control character (U+{rune.Value:X4}). Type the value again instead of pasting it.",
        _ => null,
    };

    /// <summary>Joiners, zero-width and other spaces, and marks without a letter to stand on.</summary>
    private static bool IsInvisible(Rune rune) => Rune.IsWhiteSpace(rune)
        || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Format or UnicodeCategory.NonSpacingMark or UnicodeCategory.EnclosingMark;

    private static (string Value, string? Error) Email(string value)
    {
        var at = value.IndexOf('@', StringComparison.Ordinal);
        if (at <= 0 || at != value.LastIndexOf('@') || at == value.Length - 1)
            return (value, "Needs an @ between name and domain, for example k.muster@example.com.");
        return value.Any(char.IsWhiteSpace) ? (value, "Has a space. Remove it, for example k.muster@example.com.") : (value, null);
    }

    private static (string Value, string? Error) Country(string value)
    {
        var code = value.ToUpperInvariant();
        return PhoneNumbers.IsRegion(code) ? (code, null) : (value, "Is no country code. Use the two letters of ISO 3166, for example DE.");
    }

    // A page shows these as links: nothing but the web may open from them.
    private static (string Value, string? Error) Address(string value)
    {
        if (value.Any(char.IsWhiteSpace)) return (value, "Has a space. Remove it, for example www.example.com.");
        var scheme = Scheme().Match(value);
        return !scheme.Success || scheme.Groups[1].Value.ToLowerInvariant() is "http" or "https"
            ? (value, null)
            : (value, "Is no web address. Start it with https://, or leave that part out, for example www.example.com.");
    }

    // "example.com:8080" has a port: a dot before the colon, figures behind it and nothing else before the path. "javascript:1/alert(1)" has a scheme.
    [GeneratedRegex(@"^(?![^:/?#]*\.[^:/?#]*:\d{1,5}(?:[/?#]|$))([a-z][a-z0-9+.\-]*):", RegexOptions.IgnoreCase)]
    private static partial Regex Scheme();
}
