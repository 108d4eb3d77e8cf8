using System.Collections.Frozen;
using Signet.Extraction.Text;

namespace Signet.Extraction.Identifiers;

/// <summary>Reads who keeps a register: "Amtsgericht Kiel", "AG Freiburg i. Br.", "Handelsgericht Wien".</summary>
internal static class CourtReader
{
    private const int MostPlaceWords = 4;
    private static readonly PhraseTable<bool> Labels = new(Table.Lines("register-courts").SelectMany(line => line.Split(", "), (_, label) => (label, true)));
    private static readonly FrozenSet<string> Joints = new[] { "i", "am", "an", "der", "im", "in", "a", "d", "br", "de", "b" }.ToFrozenSet();

    /// <summary>The court of the line that stands nearest to a number between the offsets.</summary>
    public static (string Value, int Start, int Length)? Nearest(TextLine line, List<Word> words, int start, int end)
    {
        (string Value, int Start, int Length)? nearest = null;
        var least = int.MaxValue;
        for (var i = 0; i < words.Count; i++)
        {
            // "Kupfer AG Erfurt" names no court: a short word is one only where something begins.
            if (words[i].Length <= 2 && i > 0 && !line.Text.AsSpan(words[i - 1].End, words[i].Start - words[i - 1].End).ContainsAny(",;:|(-–/\t".AsSpan())) continue;
            if (LabelEnd(words, i) is not { } place || PlaceEnd(line.Text, words, place) is not { } stop) continue;
            // "Handelsregister: Amtsgericht Kiel": the inner one is meant.
            if (LabelEnd(words, place) is not null) continue;
            var from = words[i].Start;
            var distance = stop <= start ? start - stop : from - end;
            // "Handelsregister: HRB 4711" has no place between label and number.
            if (distance < 0 || distance >= least) continue;
            least = distance;
            nearest = (line.Text[from..stop].Replace(":", "", StringComparison.Ordinal), from, stop - from);
        }

        return nearest;
    }

    private static int? LabelEnd(List<Word> words, int index) => Labels.LongestAt(words, index) is var (_, count) ? index + count : null;

    private static int? PlaceEnd(string text, List<Word> words, int index)
    {
        int? end = null;
        for (var i = index; i < words.Count && i < index + MostPlaceWords; i++)
        {
            var word = words[i];
            if (text.AsSpan(words[i - 1].End, word.Start - words[i - 1].End).ContainsAny(",;|()/\t".AsSpan()) || word.Folded.AsSpan().ContainsAnyInRange('0', '9')) break;
            if (!char.IsUpper(text[word.Start]) && !Joints.Contains(word.Folded) || word.Folded is "hrb" or "hra" or "gnr" or "vr" or "fn" or "nr") break;
            if (char.IsUpper(text[word.Start]) && word.Length > 1) end = word.End;
        }

        if (end is { } stop && stop < text.Length && text[stop] == '.' && text.AsSpan(0, stop).EndsWith("Br")) return stop + 1;
        return end;
    }
}
