using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Runtime.CompilerServices;
using System.Text.Json;
using k8s;
using k8s.Autorest;
using k8s.Models;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dcp;

/// <summary>One running orchestrator and the way to talk to it. It watches this process and ends everything when this process is gone.</summary>
internal sealed class DcpSession : IDisposable
{
    /// <summary>Meant for this host, not for the processes that it starts, which inherit the rest.</summary>
    private static readonly string[] OwnVariables = ["ASPNETCORE_URLS", "DOTNET_LAUNCH_PROFILE", "ASPNETCORE_ENVIRONMENT", "DOTNET_ENVIRONMENT", "ASPIRE_LOGLEVEL"];
    private static readonly TimeSpan StartLimit = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan CleanupLimit = TimeSpan.FromSeconds(2);
    private readonly Kubernetes client;
    private readonly HttpClient http;

    private DcpSession(KubernetesClientConfiguration configuration)
    {
        // Watches and logs stay open for as long as the application runs.
        configuration.HttpClientTimeout = Timeout.InfiniteTimeSpan;
        client = new(configuration);
        http = client.HttpClient;
        http.BaseAddress = new Uri(configuration.Host);
        http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Bearer", configuration.AccessToken);
    }

    public static async Task<DcpSession> StartAsync(string dcpPath, ILogger logger, TimeProvider clock, CancellationToken cancellationToken)
    {
        // The orchestrator deletes the folder when it ends.
        var folder = Directory.CreateTempSubdirectory("aspire-dcp-").FullName;
        var kubeconfig = Path.Combine(folder, "kubeconfig");
        var start = new ProcessStartInfo(dcpPath,
            ["start-apiserver", "--monitor", Environment.ProcessId.ToString(CultureInfo.InvariantCulture), "--detach", "--kubeconfig", kubeconfig])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var name in OwnVariables) start.Environment.Remove(name);
        start.Environment["DCP_SESSION_FOLDER"] = folder;
        // Its own default is two minutes, in which it can wait for a deletion that it has missed.
        start.Environment["DCP_SHUTDOWN_TIMEOUT_SECONDS"] = "6";
        using var launcher = Process.Start(start) ?? throw new DistributedApplicationException($"{dcpPath} could not be started.");
        var output = await Task.WhenAll(launcher.StandardOutput.ReadToEndAsync(cancellationToken), launcher.StandardError.ReadToEndAsync(cancellationToken));
        await launcher.WaitForExitAsync(cancellationToken);
        if (launcher.ExitCode != 0) throw new DistributedApplicationException($"{dcpPath} ended with exit code {launcher.ExitCode}: {string.Join(' ', output).Trim()}");

        using var limit = new CancellationTokenSource(StartLimit, clock);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, limit.Token);
        while (true)
        {
            DcpSession? session = null;
            try
            {
                session = new DcpSession(await KubernetesClientConfiguration.BuildConfigFromConfigFileAsync(new FileInfo(kubeconfig)));
                await session.http.GetStringAsync(Address<DcpExecutable>(), either.Token);
                DcpLog.Started(logger, dcpPath, session.http.BaseAddress!);
                return session;
            }
            catch (Exception notYet) when (!cancellationToken.IsCancellationRequested)
            {
                session?.Dispose();
                if (limit.IsCancellationRequested)
                    throw new DistributedApplicationException($"The orchestrator {dcpPath} did not answer within {StartLimit.TotalSeconds} s. Its session is in {folder}; start again, or see what it says when you run it yourself.", notYet);
                // Missing, half written, or nobody listens yet: all of that is the first second of an orchestrator.
                DcpLog.NotYet(logger, notYet.Message);
                await Task.Delay(TimeSpan.FromMilliseconds(50), clock, cancellationToken);
            }
        }
    }

    public Task<T> CreateAsync<T>(T item, CancellationToken cancellationToken) where T : DcpObject => Api<T>().CreateAsync(item, cancellationToken);

    /// <summary>Everything that exists, then every change; the stream can end early.</summary>
    public IAsyncEnumerable<(WatchEventType Type, T Item)> WatchAsync<T>(CancellationToken cancellationToken) where T : DcpObject => Api<T>().WatchAsync<T>(null, cancellationToken);

    public Task StopAsync(string executable, CancellationToken cancellationToken) =>
        IfExists(() => Api<DcpExecutable>().PatchAsync<DcpExecutable>(new V1Patch(new { spec = new { stop = true } }, V1Patch.PatchType.MergePatch), executable, cancellationToken));

    /// <summary>Deletes the process's object and returns when it is gone, so that its name is free.</summary>
    public async Task DeleteAsync(string executable, TimeProvider clock, CancellationToken cancellationToken)
    {
        await IfExists(() => Api<DcpExecutable>().DeleteAsync<DcpExecutable>(executable, cancellationToken));
        while (await IfExists(() => Api<DcpExecutable>().ReadAsync<DcpExecutable>(executable, cancellationToken)))
            await Task.Delay(TimeSpan.FromMilliseconds(100), clock, cancellationToken);
    }

    /// <summary>What the process printed and prints, line by line with times; ends some seconds after it.</summary>
    public async IAsyncEnumerable<string> LogAsync(string executable, string source, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var response = await http.GetAsync($"{Address<DcpExecutable>()}/{executable}/log?source={source}&follow=true&timestamps=true", HttpCompletionOption.ResponseHeadersRead, cancellationToken);
        if (!response.IsSuccessStatusCode) yield break;
        using var reader = new StreamReader(await response.Content.ReadAsStreamAsync(cancellationToken));
        while (await reader.ReadLineAsync(cancellationToken) is { } line) yield return line;
    }

    /// <summary>Ends every process, then the orchestrator.</summary>
    public async Task ShutDownAsync(TimeProvider clock)
    {
        using var limit = new CancellationTokenSource(CleanupLimit, clock);
        try
        {
            await SetExecutionAsync("CleaningResources", limit.Token);
            while ((await http.GetFromJsonAsync<JsonElement>("admin/execution", limit.Token)).GetProperty("status").GetString() is "Running" or "CleaningResources")
                await Task.Delay(TimeSpan.FromMilliseconds(100), clock, limit.Token);
        }
        catch (OperationCanceledException) when (limit.IsCancellationRequested)
        {
            // It goes on by itself after the next request, and ends what is left the hard way.
        }

        try
        {
            using var last = new CancellationTokenSource(CleanupLimit, clock);
            await SetExecutionAsync("Stopping", last.Token);
        }
        catch (Exception unanswered) when (unanswered is HttpRequestException or OperationCanceledException)
        {
            // It ended before it had answered, which is what was asked for; if it did not, it ends with this process, whose id it watches.
        }
    }

    public void Dispose() => client.Dispose();

    private async Task SetExecutionAsync(string status, CancellationToken cancellationToken)
    {
        using var body = JsonContent.Create(new { status, shutdownResourceCleanup = "Full" }, new MediaTypeHeaderValue("application/merge-patch+json"));
        using var response = await http.PatchAsync(new Uri("admin/execution", UriKind.Relative), body, cancellationToken);
        response.EnsureSuccessStatusCode();
    }

    private GenericClient Api<T>() where T : DcpObject => new(client, DcpObject.Group, DcpObject.Version, Plural<T>(), disposeClient: false);

    private static string Address<T>() where T : DcpObject => $"apis/{DcpObject.Group}/{DcpObject.Version}/{Plural<T>()}";

    private static string Plural<T>() where T : DcpObject => typeof(T) == typeof(DcpService) ? "services" : "executables";

    private static async Task<bool> IfExists(Func<Task> call)
    {
        try
        {
            await call();
            return true;
        }
        catch (HttpOperationException missing) when (missing.Response.StatusCode == HttpStatusCode.NotFound)
        {
            return false;
        }
    }
}

internal static partial class DcpLog
{
    [LoggerMessage(LogLevel.Debug, "The orchestrator {Path} listens on {Address}")]
    public static partial void Started(ILogger logger, string path, Uri address);

    [LoggerMessage(LogLevel.Trace, "The orchestrator is not there yet: {Reason}")]
    public static partial void NotYet(ILogger logger, string reason);

    [LoggerMessage(LogLevel.Warning, "The stream of changes broke and is opened again")]
    public static partial void WatchBroke(ILogger logger, Exception reason);

    [LoggerMessage(LogLevel.Error, "{Resource} failed to start")]
    public static partial void FailedToStart(ILogger logger, Exception reason, string resource);

    [LoggerMessage(LogLevel.Warning, "{Resource} is {State} with exit code {ExitCode}; its console says why")]
    public static partial void Ended(ILogger logger, string resource, string state, int? exitCode);

    [LoggerMessage(LogLevel.Error, "A handler of an event of {Resource} failed")]
    public static partial void HandlerFailed(ILogger logger, Exception reason, string resource);
}
