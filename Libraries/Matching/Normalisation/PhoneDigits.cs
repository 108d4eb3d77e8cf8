using System.Collections.Frozen;

namespace Signet.Matching.Normalisation;

/// <summary>A number as it is dialled inside its country, and the calling code when it was written or follows from the record's country.</summary>
/// <param name="CallingCode">Zero when unknown.</param>
/// <param name="National">Digits without trunk zero, extension included.</param>
internal readonly record struct PhoneDigits(int CallingCode, string National, bool IsMobile)
{
    public const int FewestDigits = 5;
    private const int MostDigits = 18;

    private static readonly FrozenDictionary<string, int> Codes = Table.Lines("calling-codes")
        .Select(line => line.Split(' ')).ToFrozenDictionary(words => words[0], words => int.Parse(words[1], System.Globalization.CultureInfo.InvariantCulture));

    // ITU-T E.164: these codes have two digits; 1 and 7 have one; all others have three.
    private static readonly FrozenSet<int> TwoDigits = Table.Words("calling-codes-of-two-digits").Select(code => int.Parse(code, System.Globalization.CultureInfo.InvariantCulture)).ToFrozenSet();

    private static readonly FrozenDictionary<int, string[]> MobilePrefixes = Table.Lines("mobile-prefixes")
        .Select(line => line.Split(' ')).ToFrozenDictionary(words => int.Parse(words[0], System.Globalization.CultureInfo.InvariantCulture), words => words[1..]);

    /// <summary>Null when there are too few digits to be a number.</summary>
    /// <param name="country">ISO code of the record's country, or empty.</param>
    public static PhoneDigits? Read(string value, string country)
    {
        Span<char> digits = stackalloc char[MostDigits];
        var length = 0;
        var plus = false;
        foreach (var c in value.Replace("(0)", "", StringComparison.Ordinal))
        {
            if (char.IsAsciiDigit(c) && length < MostDigits) digits[length++] = c;
            else if (c is '+' or '＋' && length == 0) plus = true;
        }
        var all = digits[..length];
        if (!plus && all is ['0', '0', ..])
        {
            plus = true;
            all = all[2..];
        }
        if (all.Length < FewestDigits) return null;
        var code = Codes.GetValueOrDefault(country);
        if (plus)
        {
            var taken = CodeLength(all);
            code = int.Parse(all[..taken], System.Globalization.CultureInfo.InvariantCulture);
            all = all[taken..];
        }
        all = all.TrimStart('0');
        return all.Length < FewestDigits ? null : new(code, new(all), IsMobileNumber(code, all));
    }

    private static int CodeLength(ReadOnlySpan<char> digits) =>
        digits[0] is '1' or '7' ? 1 : TwoDigits.Contains((digits[0] - '0') * 10 + digits[1] - '0') ? 2 : 3;

    private static bool IsMobileNumber(int code, ReadOnlySpan<char> national)
    {
        foreach (var prefix in MobilePrefixes.GetValueOrDefault(code, []))
            if (national.StartsWith(prefix, StringComparison.Ordinal)) return true;
        return false;
    }
}
