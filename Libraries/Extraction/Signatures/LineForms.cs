using System.Buffers;
using Signet.Extraction.Text;

namespace Signet.Extraction.Signatures;

/// <summary>What can be told of a line by its characters, without knowing who wrote it.</summary>
internal static class LineForms
{
    private static readonly SearchValues<char> Mouths = SearchValues.Create(")(DPp*");

    /// <summary>What people put around their names.</summary>
    public static char[] Ornaments { get; } = [' ', '*', '_', '~', '-', '–', '—', '/', '|'];

    // " <<Angebot.doc>>  <<File: Preise.xls>>", "(See attached file: Angebot.doc)"
    public static bool IsAttachment(string text) =>
        text.StartsWith("<<", StringComparison.Ordinal) && text.EndsWith(">>", StringComparison.Ordinal) || text.StartsWith("(See attached file", StringComparison.OrdinalIgnoreCase)
        || text.StartsWith("[Attachment", StringComparison.OrdinalIgnoreCase) || text.StartsWith("[See attached", StringComparison.OrdinalIgnoreCase) || text.StartsWith("- ", StringComparison.Ordinal) && text.IndexOf(" <<", StringComparison.Ordinal) is > 0 && text.EndsWith(">>", StringComparison.Ordinal);

    public static bool IsMotto(string text) =>
        text.Length > 12 && text.StartsWith("** ", StringComparison.Ordinal) && text.EndsWith(" **", StringComparison.Ordinal)
        || text.Length is > 8 and < 160 && text[0] is '"' or '“' or '„' or '«' && (text[^1] is '"' or '”' or '“' or '»' || text[^2] is '"' or '”' or '“');

    // A link that was rewritten by a gateway is longer than the line that shows it.
    public static int ShownLength(TextLine line)
    {
        var length = line.FullLength;
        for (var open = line.Text.IndexOf("<http", StringComparison.Ordinal); open >= 0; open = line.Text.IndexOf("<http", open + 1, StringComparison.Ordinal))
            length -= line.Text.IndexOf('>', open) is >= 0 and var close ? close - open + 1 : line.FullLength - open;
        return length;
    }

    public static int ShownWords(string text, List<Word> words)
    {
        var (shown, isLink) = (0, false);
        var at = 0;
        foreach (var word in words)
        {
            for (; at < word.Start && at < text.Length; at++) isLink = text[at] switch { '<' => true, '>' => false, _ => isLink };
            if (!isLink) shown++;
        }

        return shown;
    }

    // "503) 555-0142", and "3-1111" within a house.
    public static bool IsNumber(string text)
    {
        if (text.Length is 0 or > 24) return false;
        int digits = 0, groups = 0;
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsAsciiDigit(text[i])) digits++;
            else if (text[i] is not ('-' or '.' or ')' or '(' or '/' or ' ' or '+')) return false;
            else if (i > 0 && char.IsAsciiDigit(text[i - 1]) && text[i] != ' ') groups++;
        }

        return (digits is 7 or >= 9 and <= 13 && (groups is > 0 and <= 3 || text[0] == '0' && digits <= 11) || digits == 5 && groups == 1 && text.Length == 6 && text[1] == '-') && text[0] != '-';
    }

    // "1) Call the bank", "5: Weigh it"
    public static bool IsListItem(string text)
    {
        var digits = 0;
        while (digits < text.Length && digits < 3 && char.IsAsciiDigit(text[digits])) digits++;
        return digits > 0 && digits + 1 < text.Length && text[digits] is ')' or ':' && text[digits + 1] is ' ' or '\t';
    }

    // "Erika :-)"
    public static string WithoutSmiley(string text) =>
        text.LastIndexOf(' ') is > 0 and var blank && text.Length - blank <= 5 && text[blank + 1] is ':' or ';' && text.AsSpan(blank + 1).IndexOfAny(Mouths) > 0 ? text[..blank].TrimEnd(Ornaments) : text;

    public static bool IsParted(string text) => text.AsSpan().ContainsAny("|\t•·".AsSpan()) || text.Contains(" // ", StringComparison.Ordinal) || text.Contains(" – ", StringComparison.Ordinal);

    public static bool IsFrame(string text)
    {
        if (text.Length < 3) return false;
        foreach (var c in text)
            if (c is not ('-' or '_' or '*' or '=' or '~' or '#' or '+' or ' ' or '─' or '━' or '•' or '.')) return false;
        return true;
    }

    public static bool IsCode(TextLine line, string text)
    {
        if (text[0] is '@' && text.StartsWith("@@", StringComparison.Ordinal)) return true;
        if (text[0] is '+' or '-' && line.Text[0] == text[0] && text.Length > 1 && !char.IsAsciiDigit(text[1]) && text[1] is not (' ' or '-' or '(' or '+')) return true;
        if (text.StartsWith("diff --git", StringComparison.Ordinal) || text.StartsWith("index ", StringComparison.Ordinal) || text.StartsWith("#include", StringComparison.Ordinal)) return true;
        if (text[^1] is ';' or '{' or '}' || text.Contains("();", StringComparison.Ordinal) || text.Contains("->", StringComparison.Ordinal) || text.Contains(" = ", StringComparison.Ordinal) || text.Contains("==", StringComparison.Ordinal)) return true;
        if (text.IndexOf('_', StringComparison.Ordinal) is > 0 and var mark && text.IndexOf(':', StringComparison.Ordinal) is var colon && colon > mark && text.AsSpan(0, colon).IndexOf(' ') < 0 && text.AsSpan(0, colon).IndexOf('@') < 0) return true;
        return text[0] is '[' && text.Length > 2 && (char.IsAsciiDigit(text[1]) || text[1] == ' ') || text[0] is '$' or '%' && text.Length > 2 && text[1] == ' ';
    }
}
