using Signet.Extraction.Lines;
using Signet.Extraction.Text;

namespace Signet.Extraction.Assembly;

/// <summary>Takes "Musterweg 12a" and "12 Example Street" apart; everything less plain stays whole.</summary>
internal static class HouseNumber
{
    public static (Span Street, Span Number)? Split(Span street)
    {
        var words = Word.Split(street.Value);
        if (words.Count < 2 || street.Value.Contains(',', StringComparison.Ordinal) && words.Count > 3) return null;
        var digits = words.Count(word => word.Folded.AsSpan().ContainsAnyInRange('0', '9'));
        if (digits != 1) return null;
        if (IsNumber(words[^1].Folded)) return Cut(street, words[0].Start, words[^2].End, words[^1].Start, words[^1].End);
        if (words.Count > 2 && words[^1].Folded is [>= 'a' and <= 'z'] && IsNumber(words[^2].Folded)) return Cut(street, words[0].Start, words[^3].End, words[^2].Start, words[^1].End);
        return IsNumber(words[0].Folded) ? Cut(street, words[1].Start, street.Value.Length, words[0].Start, words[0].End) : null;
    }

    private static bool IsNumber(string folded) => folded.Length <= 8 && char.IsAsciiDigit(folded[0]);

    private static (Span, Span) Cut(Span street, int from, int to, int numberFrom, int numberTo) => (
        new(street.Value[from..to].TrimEnd(' ', ','), street.Start + from, street.Value[from..to].TrimEnd(' ', ',').Length),
        new(street.Value[numberFrom..numberTo], street.Start + numberFrom, numberTo - numberFrom));
}
