using System.Text;
using Signet.Contacts.Contacts;
using Signet.Contracts;
using Signet.Matching.Normalisation;

namespace Signet.Contacts.Search;

/// <summary>What search looks at: the folded words of name, company, e-mail, phone and city. The name's words are the first line.</summary>
public static class SearchText
{
    private const int Longest = 2_000;

    private static readonly FieldKind[] NameKinds =
        [FieldKind.AcademicTitle, FieldKind.FirstName, FieldKind.MiddleName, FieldKind.LastName, FieldKind.Suffix];

    private static readonly FieldKind[] OtherKinds = [FieldKind.Company, FieldKind.Email, FieldKind.Phone, FieldKind.City];

    public static string Of(IReadOnlyCollection<FieldValue> fields)
    {
        var text = new StringBuilder();
        AppendWords(text, fields, NameKinds);
        text.Append('\n');
        AppendWords(text, fields, OtherKinds);
        if (text.Length > Longest) text.Length = Longest;
        return text.ToString().TrimEnd(' ');
    }

    /// <summary>Folded, and with doubled letters written once: "Hofmann" is "Hoffmann" to a searcher.</summary>
    public static string Squeeze(string text)
    {
        var folded = TextFold.Fold(text);
        var squeezed = new StringBuilder(folded.Length);
        foreach (var letter in folded)
            if (squeezed.Length == 0 || squeezed[^1] != letter || char.IsAsciiDigit(letter))
                squeezed.Append(letter);
        return squeezed.ToString();
    }

    private static void AppendWords(StringBuilder text, IReadOnlyCollection<FieldValue> fields, FieldKind[] kinds)
    {
        foreach (var kind in kinds)
        foreach (var field in fields)
        {
            if (field.Kind != kind) continue;
            if (text is [.., not '\n']) text.Append(' ');
            text.Append(kind == FieldKind.Phone ? Digits(field.Value) : Squeeze(field.Value));
        }
    }

    private static string Digits(string value) => string.Concat(value.Where(char.IsAsciiDigit));
}
