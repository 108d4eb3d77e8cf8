using Signet.Contacts.Contacts;
using Signet.Contracts;

namespace Signet.Contacts.Drafts;

/// <summary>One captured value, the rule that read it and how sure the rule was.</summary>
public sealed class DraftField
{
    private DraftField()
    {
    }

    public DraftField(Guid organizationId, Guid draftId, Guid id, int ordinal, FieldValue value, double confidence, string rule)
    {
        (OrganizationId, DraftId, Id, Ordinal) = (organizationId, draftId, id, ordinal);
        (Kind, Value, PhoneType) = (value.Kind, value.Value, value.PhoneType);
        (Confidence, Rule) = (confidence, rule);
    }

    public Guid OrganizationId { get; private set; }
    public Guid DraftId { get; private set; }
    public Guid Id { get; private set; }
    public int Ordinal { get; private set; }
    public FieldKind Kind { get; private set; }
    public string Value { get; private set; } = string.Empty;
    public PhoneType? PhoneType { get; private set; }
    public double Confidence { get; private set; }
    public string Rule { get; private set; } = string.Empty;

    public FieldValue AsValue() => new(Kind, Value, PhoneType);
}
