using System.Collections.Frozen;

namespace Signet.Extraction.Identifiers;

/// <summary>What VAT ids look like per country, by the prefix that they carry.</summary>
internal static class VatFormats
{
    /// <summary>The longest id behind its prefix.</summary>
    public const int Longest = 12;

    // 9 is a digit, A a letter, X either, B itself.
    private static readonly FrozenDictionary<string, (string[] Shapes, Func<string, bool>? Check)> Formats = new Dictionary<string, (string[], Func<string, bool>?)>
    {
        ["DE"] = (["999999999"], CheckDigits.Mod1110),
        ["AT"] = (["A99999999"], CheckDigits.Austria),
        ["CHE"] = (["999999999"], CheckDigits.Switzerland),
        ["FR"] = (["XX999999999"], CheckDigits.France),
        ["IT"] = (["99999999999"], CheckDigits.Luhn),
        ["ES"] = (["A9999999X", "99999999A"], CheckDigits.Spain),
        ["NL"] = (["999999999B99"], CheckDigits.Netherlands),
        ["BE"] = (["9999999999"], CheckDigits.Belgium),
        ["LU"] = (["99999999"], CheckDigits.Luxembourg),
        ["GB"] = (["999999999", "999999999999"], CheckDigits.UnitedKingdom),
        ["IE"] = (["9999999A", "9999999AA"], CheckDigits.Ireland),
        ["PL"] = (["9999999999"], CheckDigits.Poland),
        ["PT"] = (["999999999"], CheckDigits.Portugal),
        ["DK"] = (["99999999"], CheckDigits.Denmark),
        ["FI"] = (["99999999"], CheckDigits.Finland),
        ["SE"] = (["999999999999"], CheckDigits.Sweden),
        ["SI"] = (["99999999"], CheckDigits.Slovenia),
        ["HU"] = (["99999999"], CheckDigits.Hungary),
        ["HR"] = (["99999999999"], CheckDigits.Mod1110),
        ["CZ"] = (["99999999", "999999999", "9999999999"], null),
        ["SK"] = (["9999999999"], null),
        ["RO"] = (["99999999", "9999999", "999999"], null),
        ["EE"] = (["999999999"], null),
        ["LV"] = (["99999999999"], null),
        ["LT"] = (["999999999", "999999999999"], null),
        ["EL"] = (["999999999"], null),
        ["BG"] = (["999999999", "9999999999"], null),
        ["CY"] = (["99999999A"], null),
        ["MT"] = (["99999999"], null),
    }.ToFrozenDictionary();

    public static bool IsPrefix(string prefix) => Formats.ContainsKey(prefix);

    /// <summary>Whether the id fits the country's shape and, where a rule is public, its check digit.</summary>
    public static bool IsValid(string prefix, string id) =>
        Formats.TryGetValue(prefix, out var format) && format.Shapes.Any(shape => Fits(id, shape)) && format.Check?.Invoke(id) != false;

    /// <summary>Whether a check digit vouches for the ids of the country.</summary>
    public static bool HasCheck(string prefix) => Formats.TryGetValue(prefix, out var format) && format.Check is not null;

    /// <summary>Whether the check digit vouches for this id: a French key with letters has no public rule.</summary>
    public static bool IsChecked(string prefix, string id) => HasCheck(prefix) && !(prefix == "FR" && CheckDigits.HasLetterKey(id));

    private static bool Fits(string id, string shape)
    {
        if (id.Length != shape.Length) return false;
        for (var i = 0; i < id.Length; i++)
        {
            var fits = shape[i] switch { '9' => char.IsAsciiDigit(id[i]), 'B' => id[i] == 'B', 'A' => char.IsAsciiLetterUpper(id[i]), _ => char.IsAsciiLetterUpper(id[i]) || char.IsAsciiDigit(id[i]) };
            if (!fits) return false;
        }

        return true;
    }
}
