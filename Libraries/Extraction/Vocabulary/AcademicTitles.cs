using System.Collections.Frozen;
using Signet.Extraction.Text;

namespace Signet.Extraction.Vocabulary;

/// <summary>Salutations, titles before and letters after a name.</summary>
internal static class AcademicTitles
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> Tables =
        Table.Keyed("academic-titles").ToFrozenDictionary(entry => entry.Key, entry => entry.Words.Split(' ').ToFrozenSet());

    /// <summary>"Dr.", "Dipl.-Ing.", "M.Sc.": "prof" and "ing" stand in both tables of their own.</summary>
    public static bool IsPrefix(string folded) => Tables["pre"].Contains(Squeeze(folded));

    /// <summary>Words that are titles only when they are abbreviated: "rer. pol.", "M.Sc."; Pol and Phil are names.</summary>
    public static bool IsDottedPrefix(string folded) => Tables["dot"].Contains(Squeeze(folded));

    public static bool IsSuffix(string folded) => Tables["post"].Contains(Squeeze(folded));

    public static bool IsSalutation(string folded) => Tables["sal"].Contains(folded);

    private static string Squeeze(string text)
    {
        Span<char> squeezed = stackalloc char[Math.Min(text.Length, 64)];
        var length = 0;
        foreach (var c in text.AsSpan(0, squeezed.Length))
            if (c is not ('.' or '-' or ' ')) squeezed[length++] = c;
        return new(squeezed[..length]);
    }
}
