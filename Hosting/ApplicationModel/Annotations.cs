namespace Aspire.Hosting.ApplicationModel;

public class EnvironmentCallbackAnnotation(Func<EnvironmentCallbackContext, Task> callback) : IResourceAnnotation
{
    public EnvironmentCallbackAnnotation(Action<EnvironmentCallbackContext> callback) : this(context => { callback(context); return Task.CompletedTask; }) { }

    public EnvironmentCallbackAnnotation(string name, Func<string> callback) : this(new Action<EnvironmentCallbackContext>(context => context.EnvironmentVariables[name] = callback())) { }

    public Func<EnvironmentCallbackContext, Task> Callback { get; } = callback;
}

public record CommandLineArgsCallbackAnnotation(Func<CommandLineArgsCallbackContext, Task> Callback) : IResourceAnnotation;

public sealed class ExecutableAnnotation : IResourceAnnotation
{
    public required string Command { get; set; }
    public required string WorkingDirectory { get; set; }
}

public enum WaitType
{
    WaitUntilHealthy,
    WaitForCompletion,
    WaitUntilStarted,
}

/// <summary>What a waiter does when its dependency has ended: go on waiting for a restart, or fail.</summary>
public enum WaitBehavior
{
    WaitOnResourceUnavailable,
    StopOnResourceUnavailable,
}

public sealed record WaitAnnotation(IResource Resource, WaitType WaitType, int ExitCode = 0) : IResourceAnnotation
{
    public WaitBehavior? WaitBehavior { get; init; }
}

public record HealthCheckAnnotation(string Key) : IResourceAnnotation;

public sealed record ResourceRelationshipAnnotation(IResource Resource, string Type) : IResourceAnnotation;

public enum UrlDisplayLocation
{
    SummaryAndDetails,
    DetailsOnly,
}

public sealed class ResourceUrlAnnotation : IResourceAnnotation
{
    public required string Url { get; set; }
    public string? DisplayText { get; set; }
    public UrlDisplayLocation DisplayLocation { get; set; }
    public EndpointReference? Endpoint { get; init; }
}

public sealed record ResourceUrlsCallbackAnnotation(Func<ResourceUrlsCallbackContext, Task> Callback) : IResourceAnnotation;

/// <summary>Which endpoints of another resource this one is told.</summary>
public class EndpointReferenceAnnotation(IResourceWithEndpoints resource) : IResourceAnnotation
{
    public IResourceWithEndpoints Resource { get; } = resource;
    public bool UseAllEndpoints { get; set; }
    public ISet<string> EndpointNames { get; } = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
}

public sealed record ExplicitStartupAnnotation : IResourceAnnotation;

public record ResourceSnapshotAnnotation(CustomResourceSnapshot InitialSnapshot) : IResourceAnnotation;

public sealed record ResourceIconAnnotation(string IconName, IconVariant IconVariant = IconVariant.Filled) : IResourceAnnotation;

public enum ResourceAnnotationMutationBehavior
{
    Append,
    Replace,
}
