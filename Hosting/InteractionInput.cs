namespace Aspire.Hosting;

public enum InputType
{
    Text,
    SecretText,
    Choice,
    Boolean,
    Number,
}

/// <summary>One thing that a person is asked for.</summary>
public sealed class InteractionInput
{
    public required string Name { get; init; }

    public string? Label { get; init; }

    public string? Description { get; init; }

    public required InputType InputType { get; init; }

    public bool Required { get; init; }

    public string? Value { get; set; }
}

/// <summary>The answers by name.</summary>
public sealed class InteractionInputCollection(IReadOnlyList<InteractionInput> inputs)
{
    public InteractionInput? this[string name] => inputs.FirstOrDefault(input => input.Name == name);
}
