using Signet.Contracts;

namespace Signet.Web.Fields;

/// <summary>One line of a draft or of a contact being edited: what the person sees, and what is known of its origin.</summary>
public sealed class FieldEntry(int number, FieldKind kind)
{
    /// <summary>Names the row in the page.</summary>
    public int Number { get; } = number;

    public FieldKind Kind { get; } = kind;

    public PhoneType? PhoneType { get; set; }

    public string Value { get; set; } = "";

    /// <summary>The value on the wire (E.164, country code) and the form in which it was shown: unchanged means the first is sent back.</summary>
    public string? Original { get; init; }

    public string? OriginalShown { get; init; }

    /// <summary>The draft's or the contact's field behind this line; null for one that the person added.</summary>
    public Guid? Id { get; init; }

    public FieldSource? Source { get; init; }

    public double? Confidence { get; init; }

    public string? Rule { get; init; }

    /// <summary>Where the value stands in the captured text: where it was read, or where the person has selected it.</summary>
    public TextRange? Range { get; private set; }

    /// <summary>Where it was read; null when it was derived or typed.</summary>
    public TextRange? ReadRange { get; init { field = value; Range = value; } }

    /// <summary>Readings that lost against this one, surest first.</summary>
    public IReadOnlyList<FieldReading> Alternatives { get; init; } = [];

    /// <summary>The source line that the value stands in, counted from the mail's first; null when derived.</summary>
    public int? Line { get; set; }

    /// <summary>The person has looked: the value counts as theirs.</summary>
    public bool Confirmed { get; set; }

    /// <summary>A doubtful reading that the person has not yet taken; the field starts empty.</summary>
    public string? Proposal { get; set; }

    public string? Error { get; set; }

    public bool IsChanged => Original is null || !string.Equals(Value.Trim(), OriginalShown, StringComparison.Ordinal);

    /// <summary>A person's: typed, selected, chosen or confirmed.</summary>
    public bool IsByHand => Confirmed || IsChanged;

    /// <summary>What else can be taken: the reading that the person has left, then those that lost.</summary>
    public IEnumerable<FieldReading> Choices =>
        Alternatives.Prepend(new(OriginalShown ?? "", Confidence ?? 0, ReadRange)).Where(reading => reading.Value.Length > 0 && Proposal != reading.Value && Value.Trim() != reading.Value);

    public bool NeedsCheck => !Confirmed && Confidence is { } confidence && (Proposal is not null || (!IsChanged && Trust.Of(confidence) is not Trust.Level.Sure));

    public void TakeProposal()
    {
        if (Proposal is { } proposal) Value = proposal;
        (Proposal, Confirmed) = (null, true);
    }

    /// <summary>What the person has selected in the text, or chosen instead.</summary>
    public void Take(string value, TextRange? range) => (Value, Range, Proposal, Confirmed, Error) = (value, range, null, true, null);

    public void Take(FieldReading reading)
    {
        Take(reading.Value, reading.Range);
        // Back to what was read: then it has the source that it had.
        if (reading.Value == OriginalShown && Trust.Of(reading.Confidence) is Trust.Level.Sure) Confirmed = false;
    }

    public void Drop() => (Value, Proposal, Confirmed, Error) = ("", null, true, null);
}
