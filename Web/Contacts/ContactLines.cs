using Signet.Contracts;
using Signet.Web.Fields;

namespace Signet.Web.Contacts;

/// <summary>A contact's fields as they are read: the name on one line, the address as on an envelope, everything else by itself.</summary>
public static class ContactLines
{
    private static readonly FieldKind[] Name = [FieldKind.Salutation, FieldKind.AcademicTitle, FieldKind.FirstName, FieldKind.MiddleName, FieldKind.LastName, FieldKind.Suffix];

    private static readonly FieldKind[][] Address =
        [[FieldKind.Street, FieldKind.HouseNumber], [FieldKind.PoBox], [FieldKind.Postcode, FieldKind.City], [FieldKind.Region], [FieldKind.Country]];

    public static IReadOnlyList<ContactLine> Of(ContactResponse contact, FieldWords.Group group, FieldWords words)
    {
        var fields = contact.Fields.Where(field => FieldWords.GroupOf(field.Kind) == group).OrderBy(field => FieldWords.Position(field.Kind)).ToList();
        var lines = new List<ContactLine>();
        if (group is FieldWords.Group.Person) AddJoined(lines, "Name", [Name], fields, words);
        foreach (var field in fields.Where(field => !Name.Contains(field.Kind) && !Address.Any(row => row.Contains(field.Kind)))) lines.Add(new(words.Name(field.Kind, field.PhoneType), [field], null));
        if (group is FieldWords.Group.Company) AddJoined(lines, "Address", Address, fields, words, after: lines.FindIndex(line => line.Fields[0].Kind is FieldKind.Company) + 1);
        return lines;
    }

    private static void AddJoined(List<ContactLine> lines, string key, FieldKind[][] rows, List<ContactFieldResponse> fields, FieldWords words, int after = 0)
    {
        var parts = rows.Select(row => fields.Where(field => row.Contains(field.Kind)).ToList()).Where(row => row.Count > 0).ToList();
        if (parts.Count == 0) return;
        var texts = parts.Select(row => string.Join(' ', row.Select(field => words.Shown(field.Kind, field.Value)))).ToList();
        lines.Insert(after, new(words.Line(key), [.. parts.SelectMany(row => row)], texts));
    }
}

/// <param name="Fields">One, or the parts of a joined line.</param>
/// <param name="Texts">The joined text, line by line; null for a single field.</param>
public sealed record ContactLine(string Label, IReadOnlyList<ContactFieldResponse> Fields, IReadOnlyList<string>? Texts)
{
    /// <summary>One of each kind: parts that came together say it once.</summary>
    public IEnumerable<FieldSource> Sources => Fields.Select(part => part.Source).DistinctBy(source => source.Kind);
}
