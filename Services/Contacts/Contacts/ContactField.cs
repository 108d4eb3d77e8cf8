using Signet.Contracts;

namespace Signet.Contacts.Contacts;

/// <summary>One value of a contact, with where it came from (P06).</summary>
public sealed class ContactField
{
    private ContactField()
    {
    }

    public ContactField(Guid organizationId, Guid contactId, Guid id, int ordinal, FieldValue value, FieldSource source)
    {
        (OrganizationId, ContactId, Id, Ordinal) = (organizationId, contactId, id, ordinal);
        Take(value, source);
    }

    public Guid OrganizationId { get; private set; }
    public Guid ContactId { get; private set; }
    public Guid Id { get; private set; }
    public int Ordinal { get; private set; }
    public FieldKind Kind { get; private set; }
    public string Value { get; private set; } = string.Empty;
    public PhoneType? PhoneType { get; private set; }
    public SourceKind SourceKind { get; private set; }
    public DateTimeOffset CapturedAt { get; private set; }
    public string? Rule { get; private set; }
    public double Confidence { get; private set; }

    /// <summary>Takes the new value with the new source; where nothing changed, the old source stands.</summary>
    public void Revise(int ordinal, FieldValue value, FieldSource source)
    {
        Ordinal = ordinal;
        if (value.Kind != Kind || value.Value != Value) Take(value, source);
        else PhoneType = value.PhoneType;
    }

    public FieldValue AsValue() => new(Kind, Value, PhoneType);

    private void Take(FieldValue value, FieldSource source)
    {
        (Kind, Value, PhoneType) = (value.Kind, value.Value, value.PhoneType);
        (SourceKind, CapturedAt, Rule, Confidence) = (source.Kind, source.CapturedAt, source.Rule, source.Confidence);
    }
}
