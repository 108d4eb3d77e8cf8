using System.Globalization;

namespace Signet.Matching.Normalisation;

/// <summary>A date of birth of which parts may be missing (zero).</summary>
internal readonly record struct BirthDate(int Year, int Month, int Day)
{
    public bool IsMissing => Year == 0 && Month == 0 && Day == 0;

    public bool IsWhole => Year > 0 && Month > 0 && Day > 0;

    /// <summary>"1990-03-01", "19900301", "01.03.1990", "1/3/1990".</summary>
    public static BirthDate Read(string value)
    {
        Span<int> parts = stackalloc int[3];
        Span<int> lengths = stackalloc int[3];
        var count = 0;
        for (var i = 0; i < value.Length && count < 3; i++)
        {
            if (!char.IsAsciiDigit(value[i])) continue;
            var start = i;
            while (i < value.Length && char.IsAsciiDigit(value[i]) && i - start < 9) i++;
            parts[count] = int.Parse(value.AsSpan(start, i - start), CultureInfo.InvariantCulture);
            lengths[count++] = i - start;
        }
        if (count == 1 && lengths[0] == 8) return new(parts[0] / 10000, parts[0] / 100 % 100, parts[0] % 100);
        if (count == 1) return new(parts[0], 0, 0);
        return lengths[0] > 2 ? new(parts[0], parts[1], parts[2]) : new(parts[2], parts[1], parts[0]);
    }

    public static int Number(string value)
    {
        var number = 0;
        foreach (var c in value)
            if (char.IsAsciiDigit(c) && number < 100_000) number = number * 10 + c - '0';
        return number;
    }
}
