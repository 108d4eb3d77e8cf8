using System.Text.Json.Nodes;
using Signet.Contracts;
using Signet.Extraction;

namespace Signet.Benchmarks.Extraction;

/// <summary>A draft in the scorer's format: one value for most fields, lists for what a person has several of.</summary>
internal static class ScoredFields
{
    public static JsonObject Of(string id, ContactDraft draft)
    {
        var line = new JsonObject { ["id"] = id };
        Single("salutation", FieldKind.Salutation);
        Single("title_prefix", FieldKind.AcademicTitle);
        Single("first_name", FieldKind.FirstName);
        Single("last_name", FieldKind.LastName);
        Single("job_title", FieldKind.JobTitle);
        Single("department", FieldKind.Department);
        Single("company", FieldKind.Company);
        Single("zip", FieldKind.Postcode);
        Single("city", FieldKind.City);
        Single("country", FieldKind.Country);
        if (Street(draft) is { } street) line["street"] = street;
        line["confidence"] = new JsonObject([.. draft.Fields.GroupBy(field => field.Kind).Select(group => KeyValuePair.Create(group.Key.ToString(), (JsonNode?)group.First().Confidence))]);
        line["phones"] = new JsonArray([.. draft.Fields.Where(field => field.Kind == FieldKind.Phone).Select(Phone)]);
        line["emails"] = Values(FieldKind.Email);
        line["websites"] = Values(FieldKind.Website);
        line["social"] = new JsonArray([.. draft.Fields.Where(field => field.Kind == FieldKind.SocialProfile).Select(field => (JsonNode)new JsonObject { ["value"] = field.Value })]);
        return line;

        void Single(string name, FieldKind kind)
        {
            if (draft.Fields.FirstOrDefault(field => field.Kind == kind) is { } field) line[name] = field.Value;
        }

        JsonArray Values(FieldKind kind) => new([.. draft.Fields.Where(field => field.Kind == kind).Select(field => (JsonNode)field.Value)]);
    }

    private static JsonNode Phone(DraftField field) => new JsonObject
    {
        ["type"] = field.PhoneType switch { PhoneType.Mobile => "mobile", PhoneType.Fax => "fax", PhoneType.Home => "home", _ => "work" },
        ["value"] = field.Value.Replace(";ext=", " ext ", StringComparison.Ordinal),
    };

    // Street and house number as they stand in the text.
    public static string? Street(ContactDraft draft)
    {
        var parts = draft.Fields.Where(field => field.Kind is FieldKind.Street or FieldKind.HouseNumber or FieldKind.PoBox && field.Range is not null).ToList();
        if (parts.Count == 0) return null;
        if (parts.Count == 1) return parts[0].Value;
        var start = parts.Min(part => part.Range!.Start);
        return draft.Text[start..parts.Max(part => part.Range!.Start + part.Range.Length)];
    }
}
