namespace Signet.Extraction.Lines;

/// <summary>Reads what is dialled behind a number: "ext. 238", "x238", "#238", "DW 12", "Klappe 12", "poste 12", "interno 12", "toestel 12".</summary>
internal static class PhoneExtension
{
    private const int MostDigits = 6;

    /// <summary>The digits and where they end; no digits when there is no extension.</summary>
    public static (string Digits, int End) Read(string text, int end)
    {
        var i = end;
        while (i < text.Length && i < end + 4 && text[i] is ' ' or ',' or '(' or ';') i++;
        var word = i;
        while (i < text.Length && i < word + 12 && char.IsLetter(text[i])) i++;
        if (i == word && i < text.Length && text[i] == '#') i++;
        else if (i == word || !LabelWords.IsExtension(Text.Folding.Fold(text.AsSpan(word, i - word)))) return ("", end);
        while (i < text.Length && text[i] is ' ' or '.' or ':' or '#' or '-') i++;
        var digits = i;
        while (i < text.Length && i <= digits + MostDigits && char.IsAsciiDigit(text[i])) i++;
        return i - digits is > 0 and <= MostDigits ? (text[digits..i], i) : ("", end);
    }
}
