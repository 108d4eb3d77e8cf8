using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>Where a test and the AppHost's own Program, which runs on a thread of its own, meet: at Build and at the start.</summary>
internal sealed class TestingRun(Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configure)
{
    private static readonly AsyncLocal<TestingRun?> CurrentRun = new();
    private readonly TaskCompletionSource<DistributedApplicationBuilder> builder = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource buildRequested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource<DistributedApplication> application = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource startRequested = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource started = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The run that the calling code belongs to; flows to whatever the entry point starts, and nowhere else.</summary>
    public static TestingRun? Current => CurrentRun.Value;

    public Task<DistributedApplicationBuilder> Builder => builder.Task;

    public void Configure(DistributedApplicationOptions options, HostApplicationBuilderSettings settings) => configure(options, settings);

    /// <summary>Runs the entry point on its own thread, as a process would.</summary>
    public void Start(Action entryPoint, string name) => new Thread(() =>
    {
        CurrentRun.Value = this;
        try
        {
            entryPoint();
            Fail(new InvalidOperationException("The AppHost's program ended before it built and ran an application."));
        }
        catch (Exception failure)
        {
            // The test waits at one of the meeting points and gets it there; on this thread it would end the process.
            Fail(failure);
        }
    }) { IsBackground = true, Name = name }.Start();

    public void BuildReached(DistributedApplicationBuilder reached)
    {
        builder.TrySetResult(reached);
        buildRequested.Task.GetAwaiter().GetResult();
    }

    public Task<DistributedApplication> BuildAsync(CancellationToken cancellationToken)
    {
        buildRequested.TrySetResult();
        return application.Task.WaitAsync(cancellationToken);
    }

    public void Built(DistributedApplication built) => application.TrySetResult(built);

    public async Task StartAsync(Func<Task> start)
    {
        await startRequested.Task;
        await start();
        started.TrySetResult();
    }

    public Task RequestStartAsync(CancellationToken cancellationToken)
    {
        startRequested.TrySetResult();
        return started.Task.WaitAsync(cancellationToken);
    }

    /// <summary>Lets the program's thread end when the test is over without having started, or built, anything.</summary>
    public void Abandon()
    {
        buildRequested.TrySetCanceled();
        startRequested.TrySetCanceled();
    }

    private void Fail(Exception failure)
    {
        builder.TrySetException(failure);
        application.TrySetException(failure);
        started.TrySetException(failure);
    }
}
