using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>How a container resource runs as a process here.</summary>
/// <param name="launch">Called at every start, after everything that the resource waits for: prepares what the process needs and says what to run.</param>
/// <param name="stop">Asks the process to end in its own way, before the engine stops it.</param>
internal sealed class ProcessLaunchAnnotation(Func<ProcessLaunchContext, CancellationToken, Task<ProcessLaunch>> launch, Func<ProcessLaunchContext, CancellationToken, Task>? stop = null) : IResourceAnnotation
{
    public Func<ProcessLaunchContext, CancellationToken, Task<ProcessLaunch>> Launch { get; } = launch;
    public Func<ProcessLaunchContext, CancellationToken, Task>? Stop { get; } = stop;
}

/// <summary>What the model says about the process. Ports in it may be the engine's templates.</summary>
internal sealed record ProcessLaunchContext(IResource Resource, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, IServiceProvider Services, ILogger Logger);

internal sealed record ProcessLaunch(string Path, IReadOnlyList<string> Arguments, string WorkingDirectory, IReadOnlyDictionary<string, string> Environment);
