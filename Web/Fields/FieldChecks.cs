using System.Text.RegularExpressions;
using Microsoft.Extensions.Localization;
using Signet.Contracts;
using Signet.Web.Api;

namespace Signet.Web.Fields;

/// <summary>What can be said about a field before the server is asked, and where the server's answers belong.</summary>
public static partial class FieldChecks
{
    /// <summary>Shown when the field is left.</summary>
    public static void Check(FieldEntry entry, IStringLocalizer<Texts> texts)
    {
        var value = entry.Value.Trim();
        entry.Error = value.Length == 0 ? null : entry.Kind switch
        {
            FieldKind.Email when !value.Contains('@', StringComparison.Ordinal) || value.Contains(' ', StringComparison.Ordinal) => texts["Error_Email"].Value,
            FieldKind.Phone when value.Count(char.IsDigit) < 3 => texts["Error_Phone"].Value,
            _ => null,
        };
    }

    /// <summary>All again on save. False when something has to be mended first.</summary>
    public static bool CheckAll(FieldSheet sheet, IStringLocalizer<Texts> texts)
    {
        foreach (var entry in sheet.Entries) Check(entry, texts);
        return sheet.Entries.All(entry => entry.Error is null);
    }

    /// <summary>A contact needs something to be known by.</summary>
    public static bool CanBeKnown(FieldSheet sheet) =>
        sheet.Filled.Any(entry => entry.Kind is FieldKind.FirstName or FieldKind.LastName or FieldKind.Company or FieldKind.Email or FieldKind.Phone);

    /// <summary>Puts the server's errors at their fields. Returns the first of them; null when the errors are about something else.</summary>
    public static FieldEntry? Place(Problem problem, IReadOnlyList<FieldEntry> sent)
    {
        FieldEntry? first = null;
        foreach (var (path, messages) in problem.Errors)
        {
            var match = FieldPath().Match(path);
            if (!match.Success || !int.TryParse(match.Groups[1].ValueSpan, out var index) || index >= sent.Count) continue;
            sent[index].Error = messages.FirstOrDefault();
            if (first is null || sent[index].Number < first.Number) first = sent[index];
        }
        return first;
    }

    [GeneratedRegex(@"^fields\[(\d{1,3})\]", RegexOptions.CultureInvariant)]
    private static partial Regex FieldPath();
}
