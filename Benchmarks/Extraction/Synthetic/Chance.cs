using System.Globalization;
using System.Text;

namespace Signet.Benchmarks.Extraction.Synthetic;

/// <summary>Seeded choices: the same seed makes the same mails on every machine.</summary>
internal sealed class Chance(int seed)
{
    private ulong state = (ulong)seed * 2654435761 + 88172645463325252;

    /// <summary>0 to <paramref name="below"/> - 1 (xorshift: the framework's generator may change).</summary>
    public int Next(int below)
    {
        state ^= state << 13;
        state ^= state >> 7;
        state ^= state << 17;
        return (int)((state >> 11) % (ulong)below);
    }

    public bool Happens(double probability) => Next(10_000) < probability * 10_000;

    public T Of<T>(IReadOnlyList<T> values) => values[Next(values.Count)];

    public string Of(params ReadOnlySpan<string> values) => values[Next(values.Length)];

    /// <summary>In # a digit, in @ a letter.</summary>
    public string Filled(string pattern)
    {
        var filled = new StringBuilder(pattern.Length);
        foreach (var c in pattern) filled.Append(c switch { '#' => (char)('0' + Next(10)), '@' => "ABDEFGHJLNPQRSTUWXYZ"[Next(20)], _ => c });
        return filled.ToString();
    }

    public string Number(int below) => (1 + Next(below)).ToString(CultureInfo.InvariantCulture);
}
