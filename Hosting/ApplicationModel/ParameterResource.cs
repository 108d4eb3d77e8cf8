namespace Aspire.Hosting.ApplicationModel;

/// <summary>A value from outside: configuration, a generated default, or a person at the dashboard.</summary>
public class ParameterResource(string name, Func<ParameterDefault?, string> callback, bool secret = false) : Resource(name), IResourceWithoutLifetime, IExpressionValue
{
    private readonly Lock gate = new();
    private string? value;
    private TaskCompletionSource<string>? later;

    public bool Secret { get; } = secret;

    public ParameterDefault? Default { get; set; }

    public bool IsConnectionString { get; set; }

    public string? Description { get; set; }

    public string ValueExpression => IsConnectionString ? $"{{{Name}.connectionString}}" : $"{{{Name}.value}}";

    /// <summary>Where its value is looked for.</summary>
    internal string ConfigurationKey { get; init; } = $"Parameters:{name}";

    public async ValueTask<string?> GetValueAsync(CancellationToken cancellationToken)
    {
        Task<string> wait;
        lock (gate)
        {
            try
            {
                return value ??= callback(Default);
            }
            catch (MissingParameterValueException) when (later is not null)
            {
                wait = later.Task;
            }
        }

        return await wait.WaitAsync(cancellationToken);
    }

    /// <summary>Where somebody can be asked (the dashboard), a missing value is waited for; else it is an error.</summary>
    internal void WaitForMissingValue()
    {
        lock (gate) later ??= new(TaskCreationOptions.RunContinuationsAsynchronously);
    }

    /// <summary>The value if there is one now.</summary>
    internal string? TryGetValue()
    {
        lock (gate)
        {
            try
            {
                return value ??= callback(Default);
            }
            catch (MissingParameterValueException)
            {
                return null;
            }
        }
    }

    /// <summary>Resources that start from now on get this value.</summary>
    internal void SetValue(string text)
    {
        lock (gate) value = text;
        later?.TrySetResult(text);
    }
}

public abstract class ParameterDefault
{
    public abstract string GetDefaultValue();
}

/// <summary>A connection string that is composed of others' values.</summary>
public class ConnectionStringResource(string name, ReferenceExpression connectionStringExpression) : Resource(name), IResourceWithConnectionString, IResourceWithWaitSupport
{
    public ReferenceExpression ConnectionStringExpression { get; } = connectionStringExpression;
}

/// <summary>A connection string from configuration. Its parameter is in the model; this stands for it where a connection string is wanted.</summary>
internal sealed class ConnectionStringParameterResource(ParameterResource parameter, string? environmentVariableName) : Resource(parameter.Name), IResourceWithConnectionString, IResourceWithoutLifetime
{
    public ReferenceExpression ConnectionStringExpression { get; } = ReferenceExpression.Create($"{parameter}");

    public string? ConnectionStringEnvironmentVariable { get; } = environmentVariableName;

    IEnumerable<object> IValueWithReferences.References => [parameter];
}
