using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>Computes what a process is told, anew at every start.</summary>
internal sealed class ProcessConfiguration(DistributedApplicationModel model, DistributedApplicationExecutionContext execution, IConfiguration configuration, IHostEnvironment environment)
{
    /// <summary>The program, for a project or an executable; containers say theirs themselves.</summary>
    public static ProcessLaunch Program(IResource resource, IReadOnlyList<string> arguments, IReadOnlyDictionary<string, string> variables) => resource switch
    {
        ProjectResource project => new("dotnet", [project.GetProjectMetadata().GetProgram(), .. arguments], Path.GetDirectoryName(project.GetProjectMetadata().ProjectPath)!, variables),
        ExecutableResource executable => new(executable.Command, arguments, executable.WorkingDirectory, variables),
        _ => throw new DistributedApplicationException($"'{resource.Name}' is a container, and nothing says how to run it as a process."),
    };

    public async Task<IReadOnlyList<string>> ArgumentsAsync(IResource resource, ILogger logger, CancellationToken cancellationToken)
    {
        var context = new CommandLineArgsCallbackContext([], resource, cancellationToken) { ExecutionContext = execution, Logger = logger };
        foreach (var annotation in resource.Annotations.OfType<CommandLineArgsCallbackAnnotation>().ToList()) await annotation.Callback(context);
        var arguments = new List<string>();
        foreach (var arg in context.Args)
            if (await TextAsync(arg, resource, cancellationToken) is { } text) arguments.Add(text);
        return arguments;
    }

    public async Task<IReadOnlyDictionary<string, string>> EnvironmentAsync(IResource resource, string instanceId, ILogger logger, CancellationToken cancellationToken)
    {
        var context = new EnvironmentCallbackContext(execution, resource, [], cancellationToken) { Logger = logger };
        if (resource is ProjectResource project) AddProjectDefaults(context.EnvironmentVariables, project, instanceId);
        foreach (var annotation in resource.Annotations.OfType<EnvironmentCallbackAnnotation>().ToList()) await annotation.Callback(context);
        var variables = new Dictionary<string, string>();
        foreach (var (name, value) in context.EnvironmentVariables)
            if (await TextAsync(value, resource, cancellationToken) is { } text) variables[name] = text;
        return variables;
    }

    private void AddProjectDefaults(Dictionary<string, object> variables, ProjectResource project, string instanceId)
    {
        variables["OTEL_DOTNET_EXPERIMENTAL_OTLP_RETRY"] = "in_memory";
        if (OtlpEndpoint() is { } otlp)
        {
            variables["OTEL_EXPORTER_OTLP_ENDPOINT"] = otlp;
            variables["OTEL_EXPORTER_OTLP_PROTOCOL"] = "grpc";
        }

        variables["OTEL_SERVICE_NAME"] = project.Name;
        variables["OTEL_RESOURCE_ATTRIBUTES"] = $"service.instance.id={instanceId[(project.Name.Length + 1)..]}";
        if (configuration[DashboardResource.OtlpKey] is { Length: > 0 } key) variables["OTEL_EXPORTER_OTLP_HEADERS"] = $"x-otlp-api-key={key}";
        if (environment.IsDevelopment())
        {
            // Seen at once in the dashboard instead of after the batches of production.
            variables["OTEL_BLRP_SCHEDULE_DELAY"] = variables["OTEL_BSP_SCHEDULE_DELAY"] = variables["OTEL_METRIC_EXPORT_INTERVAL"] = "1000";
            variables["OTEL_TRACES_SAMPLER"] = "always_on";
            variables["OTEL_METRICS_EXEMPLAR_FILTER"] = "trace_based";
        }

        variables["DOTNET_SYSTEM_CONSOLE_ALLOW_ANSI_COLOR_REDIRECTION"] = "true";
        variables["LOGGING__CONSOLE__FORMATTERNAME"] = "simple";
        AddUrls(variables, project);
    }

    private static void AddUrls(Dictionary<string, object> variables, ProjectResource project)
    {
        var endpoints = project.Annotations.OfType<EndpointAnnotation>().Where(e => e.UriScheme is "http" or "https").ToList();
        if (endpoints.Count == 0) return;
        var urls = new ReferenceExpressionBuilder();
        foreach (var endpoint in endpoints)
        {
            urls.AppendLiteral($"{(urls.IsEmpty ? "" : ";")}{endpoint.UriScheme}://{endpoint.TargetHost}:");
            urls.AppendFormatted(new EndpointReference(project, endpoint).Property(EndpointProperty.TargetPort));
        }

        variables["ASPNETCORE_URLS"] = urls.Build();
        if (endpoints.FirstOrDefault(e => e.UriScheme == "https") is { } https)
            variables["ASPNETCORE_HTTPS_PORT"] = new EndpointReference(project, https).Property(EndpointProperty.Port);
    }

    private object? OtlpEndpoint() =>
        model.Resources.TryGetByName(DashboardResource.Name, out var dashboard) && dashboard is IResourceWithEndpoints owner && new EndpointReference(owner, DashboardResource.OtlpEndpoint) is { Exists: true } endpoint
            ? endpoint
            : configuration["ASPIRE_DASHBOARD_OTLP_ENDPOINT_URL"];

    private async ValueTask<string?> TextAsync(object? value, IResource resource, CancellationToken cancellationToken) => value switch
    {
        null => null,
        string text => text,
        IValueProvider provider => await provider.GetValueAsync(new ValueProviderContext { ExecutionContext = execution, Caller = resource }, cancellationToken),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => throw new DistributedApplicationException($"'{resource.Name}' is given a {value.GetType().Name}, which is no value: pass its resource or an expression."),
    };
}
