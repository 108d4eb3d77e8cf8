using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Parameters;
using Microsoft.Extensions.DependencyInjection;

namespace Aspire.Hosting;

public class MissingParameterValueException : DistributedApplicationException
{
    public MissingParameterValueException(string message) : base(message) { }

    public MissingParameterValueException(string message, Exception innerException) : base(message, innerException) { }
}

public static class ParameterResourceBuilderExtensions
{
    /// <summary>From configuration: <c>Parameters:name</c>.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, bool secret = false) =>
        builder.Add(CreateParameter(builder, name, secret));

    /// <summary>This very value; configuration is not asked.</summary>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, string value, bool publishValueAsDefault = false, bool secret = false) =>
        builder.AddParameter(name, () => value, publishValueAsDefault, secret);

    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, Func<string> valueGetter, bool publishValueAsDefault = false, bool secret = false) =>
        publishValueAsDefault && secret
            ? throw new ArgumentException("A secret is not published.", nameof(publishValueAsDefault))
            : builder.Add(new ParameterResource(name, _ => valueGetter(), secret));

    /// <param name="persist">A generated value is kept in the AppHost's user secrets and found there at the next start.</param>
    public static IResourceBuilder<ParameterResource> AddParameter(this IDistributedApplicationBuilder builder, string name, ParameterDefault value, bool secret = false, bool persist = false) =>
        builder.Add(Create(builder, name, secret, value, persist));

    public static IResourceBuilder<ParameterResource> AddParameterFromConfiguration(this IDistributedApplicationBuilder builder, string name, string configurationKey, bool secret = false) =>
        builder.Add(new ParameterResource(name, _ => Configured(builder, name, configurationKey), secret) { ConfigurationKey = configurationKey });

    public static IResourceBuilder<ParameterResource> WithDescription(this IResourceBuilder<ParameterResource> builder, string description, bool enableMarkdown = false)
    {
        builder.Resource.Description = description;
        return builder;
    }

    /// <summary>From configuration: <c>ConnectionStrings:name</c>; a secret.</summary>
    public static IResourceBuilder<IResourceWithConnectionString> AddConnectionString(this IDistributedApplicationBuilder builder, string name, string? environmentVariableName = null)
    {
        var key = $"ConnectionStrings:{name}";
        var parameter = builder.Add(new ParameterResource(name, _ => Configured(builder, name, key), secret: true) { IsConnectionString = true, ConfigurationKey = key });
        return builder.CreateResourceBuilder(new ConnectionStringParameterResource(parameter.Resource, environmentVariableName));
    }

    /// <summary>A password that is generated once and kept in user secrets. It is no resource of the model.</summary>
    public static ParameterResource CreateDefaultPasswordParameter(IDistributedApplicationBuilder builder, string name, bool lower = true, bool upper = true, bool numeric = true, bool special = true,
        int minLower = 0, int minUpper = 0, int minNumeric = 0, int minSpecial = 0) =>
        CreateGeneratedParameter(builder, name, secret: true, new()
        {
            Lower = lower, Upper = upper, Numeric = numeric, Special = special, MinLower = minLower, MinUpper = minUpper, MinNumeric = minNumeric, MinSpecial = minSpecial,
        });

    public static ParameterResource CreateGeneratedParameter(IDistributedApplicationBuilder builder, string name, bool secret, GenerateParameterDefault parameterDefault) =>
        Create(builder, name, secret, parameterDefault, persist: true);

    public static ParameterResource CreateParameter(IDistributedApplicationBuilder builder, string name, bool secret) =>
        new(name, _ => Configured(builder, name, $"Parameters:{name}"), secret);

    private static ParameterResource Create(IDistributedApplicationBuilder builder, string name, bool secret, ParameterDefault value, bool persist)
    {
        var key = $"Parameters:{name}";
        return new(name, fallback => builder.Configuration[key] is { Length: > 0 } configured ? configured
            : persist && UserSecrets.Of(builder.AppHostAssembly) is { } secrets ? secrets.GetOrAdd(key, fallback!.GetDefaultValue)
            : fallback!.GetDefaultValue(), secret)
        {
            Default = value,
        };
    }

    private static string Configured(IDistributedApplicationBuilder builder, string name, string key) => builder.Configuration[key] is { Length: > 0 } value ? value
        : throw new MissingParameterValueException($"The parameter '{name}' has no value. Set it in the AppHost's configuration under '{key}', for example: dotnet user-secrets --project AppHost set \"{key}\" VALUE");

    private static IResourceBuilder<ParameterResource> Add(this IDistributedApplicationBuilder builder, ParameterResource parameter)
    {
        builder.OnBeforeStart((start, _) =>
        {
            if (!start.Services.GetRequiredService<DistributedApplicationOptions>().DisableDashboard) parameter.WaitForMissingValue();
            return Task.CompletedTask;
        });
        return builder.AddResource(parameter).WithCommand(KnownResourceCommands.SetParameterCommand, "Set parameter",
                context => SetAsync(builder, parameter, context), new() { IconName = "Key", IsHighlighted = true, Arguments = InputsOf(parameter) })
            .OnInitializeResource((_, started, _) => PublishAsync(parameter, started.Notifications));
    }

    private static IReadOnlyList<InteractionInput> InputsOf(ParameterResource parameter) =>
    [
        new() { Name = "Value", Label = parameter.Name, Description = parameter.Description, InputType = parameter.Secret ? InputType.SecretText : InputType.Text, Required = true },
        new() { Name = "SaveToUserSecrets", Label = "Save to user secrets", InputType = InputType.Boolean, Value = "false" },
    ];

    private static async Task<ExecuteCommandResult> SetAsync(IDistributedApplicationBuilder builder, ParameterResource parameter, ExecuteCommandContext context)
    {
        if (context.Arguments["Value"] is not { Value: { Length: > 0 } value }) return CommandResults.Failure("Say a value.");
        if (bool.TryParse(context.Arguments["SaveToUserSecrets"]?.Value, out var save) && save)
        {
            if (UserSecrets.Of(builder.AppHostAssembly) is not { } secrets) return CommandResults.Failure("The AppHost's project has no UserSecretsId, so there is nowhere to keep the value.");
            secrets.Set(parameter.ConfigurationKey, value);
        }

        parameter.SetValue(value);
        await PublishAsync(parameter, context.Services.GetRequiredService<ResourceNotificationService>());
        return CommandResults.Success($"'{parameter.Name}' has a new value; resources get it when they start next.");
    }

    private static Task PublishAsync(ParameterResource parameter, ResourceNotificationService notifications)
    {
        var value = parameter.TryGetValue();
        return notifications.PublishUpdateAsync(parameter, s => s with
        {
            State = value is null ? new ResourceStateSnapshot(KnownResourceStates.ValueMissing, "warning") : KnownResourceStates.Running,
            Properties =
            [
                .. s.Properties.Where(p => p.Name is not ("Value" or "resource.source")),
                new(CustomResourceKnownProperties.Source, parameter.ConfigurationKey),
                new("Value", value) { IsSensitive = parameter.Secret, DisplayName = "Value", IsHighlighted = true },
            ],
        });
    }
}

public static class ConnectionStringBuilderExtensions
{
    public static IResourceBuilder<ConnectionStringResource> AddConnectionString(this IDistributedApplicationBuilder builder, string name, ReferenceExpression connectionStringExpression) =>
        builder.AddResource(new ConnectionStringResource(name, connectionStringExpression)).OnInitializeResource(async (resource, started, cancellationToken) =>
        {
            var value = await resource.ConnectionStringExpression.GetValueAsync(cancellationToken);
            await started.Notifications.PublishUpdateAsync(resource, s => s.With(CustomResourceKnownProperties.ConnectionString, value, sensitive: true) with { State = KnownResourceStates.Running });
        });

    public static IResourceBuilder<ConnectionStringResource> AddConnectionString(this IDistributedApplicationBuilder builder, string name, Action<ReferenceExpressionBuilder> connectionStringBuilder)
    {
        var expression = new ReferenceExpressionBuilder();
        connectionStringBuilder(expression);
        return builder.AddConnectionString(name, expression.Build());
    }
}

public static partial class ResourceBuilderExtensions
{
    public static IResourceBuilder<T> WithEnvironment<T>(this IResourceBuilder<T> builder, string name, IResourceBuilder<ParameterResource> parameter) where T : IResourceWithEnvironment =>
        builder.WithReferencedValue(name, parameter.Resource);
}
