using Signet.Contracts;

namespace Signet.Contacts.Contacts;

/// <summary>Collects what is wrong with a request, by the path of the value ("fields[2].value").</summary>
public sealed class FieldErrors
{
    private readonly Dictionary<string, string[]> _errors = [];

    public bool Any => _errors.Count > 0;

    /// <summary>For problem details.</summary>
    public IDictionary<string, string[]> ByPath => _errors;

    public void Add(string path, string error) => _errors[path] = [.. _errors.GetValueOrDefault(path, []), error];

    /// <summary>Checks one field of a contact that is to be saved, and gives its value in stored form.</summary>
    public FieldValue Check(int index, FieldKind kind, string? value, PhoneType? phoneType, string? country)
    {
        CheckKind(index, kind, phoneType);
        var (stored, error) = FieldRules.Check(kind, value, country);
        if (error is not null) Add($"fields[{index}].value", error);
        return new FieldValue(kind, stored, phoneType);
    }

    /// <summary>Checks one field of a draft: the value must be storable; whether it is right is asked when a person saves it.</summary>
    public FieldValue CheckDraft(int index, FieldKind kind, string? value, PhoneType? phoneType)
    {
        CheckKind(index, kind, phoneType);
        var (stored, error) = FieldRules.Text(kind, value);
        if (error is not null) Add($"fields[{index}].value", error);
        return new FieldValue(kind, stored, phoneType);
    }

    /// <summary>True when there are neither none nor too many; nothing else of the fields is worth checking then.</summary>
    public bool CheckCount<T>(IReadOnlyList<T>? fields) where T : class
    {
        if (fields is null or { Count: 0 }) Add("fields", "There are no fields. Send at least one.");
        else if (fields.Count > FieldRules.MostFields) Add("fields", $"There are {fields.Count} fields, the limit is {FieldRules.MostFields}. Leave some out.");
        else if (fields.Any(field => field is null)) Add("fields", "One of the fields is null. Leave it out.");
        else return true;
        return false;
    }

    /// <summary>A contact that nobody could name or reach is refused.</summary>
    public void CheckIdentity(IReadOnlyCollection<FieldValue> fields)
    {
        var identifies = fields.Any(field => field.Kind
            is FieldKind.FirstName or FieldKind.LastName or FieldKind.Company or FieldKind.Email or FieldKind.Phone);
        if (!identifies) Add("fields", "Nothing says who this is. Give a name, a company, an e-mail address or a phone number.");
    }

    // The JSON reader lets numbers pass for enum members.
    private void CheckKind(int index, FieldKind kind, PhoneType? phoneType)
    {
        if (!Enum.IsDefined(kind)) Add($"fields[{index}].kind", "Is no kind of field. Use one of the names in the API description.");
        if (phoneType is { } type && !Enum.IsDefined(type)) Add($"fields[{index}].phoneType", "Is no type of phone. Use work, mobile, fax, home or switchboard.");
        else if (phoneType is not null && kind is not FieldKind.Phone) Add($"fields[{index}].phoneType", "Only a phone number has a phone type. Leave it out.");
    }
}
