namespace Signet.Extraction.People;

/// <summary>Takes out of a text what is no part of the name in it. Blanks stand instead, so that offsets stay.</summary>
internal static class NameText
{
    private const int LongestAside = 16;
    private static readonly string[] Schools = ["(FH)", "(TU)", "(BA)", "(DH)", "(Univ.)", "(Univ)", "(TH)", "(ETH)"];
    private static readonly string[] Ends = ["(", "[", "<", " via ", " - ", " | ", " – ", " #", "/"];

    public static string Clean(string text)
    {
        foreach (var school in Schools)
            if (text.Contains(school, StringComparison.OrdinalIgnoreCase)) text = text.Replace(school, new string(' ', school.Length), StringComparison.OrdinalIgnoreCase);
        return WithoutAside(WithoutAside(text, '(', ')'), '"', '"', '“', '”');
    }

    /// <summary>Where the name ends: brackets and what follows " via " do not belong to it.</summary>
    public static int End(string text)
    {
        var end = text.Length;
        foreach (var mark in Ends)
        {
            var index = text.IndexOf(mark, StringComparison.Ordinal);
            if (index > 2 && index < end) end = index;
        }

        return end;
    }

    // "Col. (Ret.) Erika Muster", "E. (Erika) Muster", "Erika "Rika" Muster": the name goes on behind it.
    private static string WithoutAside(string text, params ReadOnlySpan<char> pairs)
    {
        for (var i = 0; i < pairs.Length; i += 2)
        {
            var open = text.IndexOf(pairs[i], StringComparison.Ordinal);
            if (open < 1) continue;
            var close = text.IndexOf(pairs[i + 1], open + 1);
            if (close < 0 || close - open > LongestAside || close + 2 >= text.Length || text[close + 1] != ' ' || !char.IsLetter(text[close + 2])) continue;
            text = string.Concat(text.AsSpan(0, open), new string(' ', close + 1 - open), text.AsSpan(close + 1));
        }

        return text;
    }
}
