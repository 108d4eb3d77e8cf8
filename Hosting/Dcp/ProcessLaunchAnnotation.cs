using Aspire.Hosting.ApplicationModel;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>How a container resource runs as a process here.</summary>
/// <param name="Launch">Called at every start, after everything that the resource waits for: prepares what the process needs and says what to run.</param>
internal sealed record ProcessLaunchAnnotation(Func<ProcessLaunchContext, CancellationToken, Task<ProcessLaunch>> Launch) : IResourceAnnotation;

/// <summary>What the model says about the process. Ports in it may be the engine's templates.</summary>
internal sealed record ProcessLaunchContext(IResource Resource, IReadOnlyList<string> Arguments, IReadOnlyDictionary<string, string> Environment, IServiceProvider Services, ILogger Logger);

internal sealed record ProcessLaunch(string Path, IReadOnlyList<string> Arguments, string WorkingDirectory, IReadOnlyDictionary<string, string> Environment);
