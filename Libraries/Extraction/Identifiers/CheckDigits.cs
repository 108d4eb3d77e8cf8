namespace Signet.Extraction.Identifiers;

/// <summary>The public check digit rules of VAT ids. Each takes an id without its country prefix, whose shape was checked.</summary>
internal static class CheckDigits
{
    private const string SpanishLetters = "TRWAGMYFPDXBNJZSQVHLCKE";
    private const string IrishLetters = "WABCDEFGHIJKLMNOPQRSTUV";

    /// <summary>ISO 7064 MOD 11,10: Germany, Croatia.</summary>
    public static bool Mod1110(string id)
    {
        var product = 10;
        foreach (var c in id.AsSpan(0, id.Length - 1))
        {
            var sum = (c - '0' + product) % 10;
            product = (sum == 0 ? 10 : sum) * 2 % 11;
        }

        return (11 - product) % 10 == id[^1] - '0';
    }

    /// <summary>Luhn, ISO/IEC 7812: Italy, French SIREN, Swedish organisation numbers.</summary>
    public static bool Luhn(string digits)
    {
        var sum = 0;
        for (var i = 0; i < digits.Length; i++)
        {
            var digit = digits[digits.Length - 1 - i] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }

        return sum % 10 == 0;
    }

    public static bool Austria(string id)
    {
        var sum = 4;
        for (var i = 1; i < 8; i++)
        {
            var digit = id[i] - '0';
            sum += i % 2 == 1 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }

        return (10 - sum % 10) % 10 == id[8] - '0';
    }

    public static bool Switzerland(string digits) => Remainder(digits, 5, 4, 3, 2, 7, 6, 5, 4) is var rest && 11 - rest == (digits[8] - '0' is 0 ? 11 : digits[8] - '0');

    /// <summary>The SIREN, and the key of two digits in front of it; keys with letters have no public rule.</summary>
    public static bool France(string id)
    {
        if (!Luhn(id[2..])) return false;
        return HasLetterKey(id) || (12 + 3 * (Number(id.AsSpan(2)) % 97)) % 97 == Number(id.AsSpan(0, 2));
    }

    public static bool HasLetterKey(string id) => char.IsAsciiLetter(id[0]) || char.IsAsciiLetter(id[1]);

    public static bool Spain(string id)
    {
        var digits = id.Replace('X', '0').Replace('Y', '1').Replace('Z', '2');
        if (char.IsAsciiLetter(id[^1]) && digits.AsSpan(0, 8).IndexOfAnyExceptInRange('0', '9') < 0) return id[^1] == SpanishLetters[(int)(Number(digits.AsSpan(0, 8)) % 23)];
        // A company: a letter, seven digits, and a control that is a digit or its letter.
        var sum = 0;
        for (var i = 1; i < 8; i++)
        {
            var digit = id[i] - '0';
            sum += i % 2 == 0 ? digit : digit * 2 / 10 + digit * 2 % 10;
        }

        var control = (10 - sum % 10) % 10;
        return id[8] == '0' + control || id[8] == "JABCDEFGHI"[control];
    }

    /// <summary>The old rule of companies (modulo 11), or the new one of sole traders (ISO 7064 MOD 97-10 over "NL" and all of it).</summary>
    public static bool Netherlands(string id)
    {
        if (Remainder(id, 9, 8, 7, 6, 5, 4, 3, 2) == id[8] - '0') return true;
        var rest = 0;
        foreach (var c in "NL" + id) rest = char.IsAsciiDigit(c) ? (rest * 10 + c - '0') % 97 : (rest * 100 + c - 'A' + 10) % 97;
        return rest == 1;
    }

    public static bool Belgium(string id) => 97 - Number(id.AsSpan(0, 8)) % 97 == Number(id.AsSpan(8, 2));

    public static bool UnitedKingdom(string id)
    {
        var sum = Number(id.AsSpan(7, 2));
        for (var i = 0; i < 7; i++) sum += (8 - i) * (id[i] - '0');
        return sum % 97 == 0 || (sum + 55) % 97 == 0;
    }

    public static bool Ireland(string id) => IrishLetters[(Weighted(id, 8, 7, 6, 5, 4, 3, 2) + (id.Length > 8 ? (id[8] - 'A' + 1) * 9 : 0)) % 23] == id[7];

    public static bool Luxembourg(string id) => Number(id.AsSpan(0, 6)) % 89 == Number(id.AsSpan(6, 2));

    public static bool Poland(string id) => Remainder(id, 6, 5, 7, 2, 3, 4, 5, 6, 7) == id[9] - '0';

    public static bool Portugal(string id) => Remainder(id, 9, 8, 7, 6, 5, 4, 3, 2) is var rest && (rest < 2 ? 0 : 11 - rest) == id[8] - '0';

    public static bool Denmark(string id) => Remainder(id, 2, 7, 6, 5, 4, 3, 2, 1) == 0;

    public static bool Finland(string id) => Remainder(id, 7, 9, 10, 5, 8, 4, 2) is var rest && (rest == 0 ? 0 : 11 - rest) == id[7] - '0';

    public static bool Sweden(string id) => id.EndsWith("01", StringComparison.Ordinal) && Luhn(id[..10]);

    public static bool Slovenia(string id) => Remainder(id, 8, 7, 6, 5, 4, 3, 2) is var rest && (11 - rest) % 10 == id[7] - '0';

    public static bool Hungary(string id) => (10 - Weighted(id, 9, 7, 3, 1, 9, 7, 3) % 10) % 10 == id[7] - '0';

    private static int Remainder(string digits, params ReadOnlySpan<int> weights) => Weighted(digits, weights) % 11;

    private static int Weighted(string digits, params ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < weights.Length; i++) sum += weights[i] * (digits[i] - '0');
        return sum;
    }

    private static long Number(ReadOnlySpan<char> digits)
    {
        long number = 0;
        foreach (var c in digits) number = number * 10 + c - '0';
        return number;
    }
}
