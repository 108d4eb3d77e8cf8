using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Aspire.Hosting.ApplicationModel;

public record EnvironmentCallbackContext(DistributedApplicationExecutionContext ExecutionContext, IResource Resource, Dictionary<string, object> EnvironmentVariables, CancellationToken CancellationToken = default)
{
    public ILogger Logger { get; set; } = NullLogger.Instance;
}

public sealed record CommandLineArgsCallbackContext(IList<object> Args, IResource Resource, CancellationToken CancellationToken = default)
{
    public DistributedApplicationExecutionContext ExecutionContext { get; init; } = new(DistributedApplicationOperation.Run);
    public ILogger Logger { get; init; } = NullLogger.Instance;
}

public record ResourceUrlsCallbackContext(DistributedApplicationExecutionContext ExecutionContext, IResource Resource, List<ResourceUrlAnnotation> Urls, CancellationToken CancellationToken = default)
{
    public EndpointReference? GetEndpoint(string name) => Resource is IResourceWithEndpoints owner ? new EndpointReference(owner, name) : null;
}
