using System.Text.Json.Nodes;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting.Dcp;

/// <summary>Brings what processes print to their consoles, from the moment that somebody first looks.</summary>
internal sealed class DcpLogStreams(DcpSession session, ResourceLoggerService consoles)
{
    private readonly Lock gate = new();
    private readonly HashSet<string> watched = [];
    private readonly Dictionary<string, string> running = [];
    private readonly HashSet<string> streamed = [];
    private CancellationToken end;

    public async Task FollowSubscribersAsync(CancellationToken cancellationToken)
    {
        end = cancellationToken;
        await foreach (var subscriber in consoles.WatchAnySubscribersAsync(cancellationToken))
            lock (gate)
                if (watched.Add(subscriber.Name) && running.TryGetValue(subscriber.Name, out var uid)) Stream(subscriber.Name, uid);
    }

    /// <summary>The process exists and may have printed something.</summary>
    public void Follow(string instanceId, string uid)
    {
        lock (gate)
        {
            running[instanceId] = uid;
            if (watched.Contains(instanceId)) Stream(instanceId, uid);
        }
    }

    private void Stream(string instanceId, string uid)
    {
        if (!streamed.Add(uid)) return;
        foreach (var source in (string[])["stdout", "stderr", "system"])
            _ = Task.Run(() => CopyAsync(instanceId, source), CancellationToken.None);
    }

    private async Task CopyAsync(string instanceId, string source)
    {
        try
        {
            await foreach (var line in session.LogAsync(instanceId, source, end))
                consoles.Write(instanceId, source == "system" ? SystemLine(line) : line, isError: source == "stderr");
        }
        catch (Exception broken) when (broken is IOException or HttpRequestException or OperationCanceledException)
        {
            // The engine went away, as it does at the end.
        }
    }

    /// <summary><c>time TAB level TAB controller TAB message TAB details</c>. Of the details only an error is for people: they also hold arguments and environment.</summary>
    private static string SystemLine(string line)
    {
        if (line.Split('\t') is not [var time, _, _, var message, .. var details]) return $"[sys] {line}";
        var error = details.Length > 0 && JsonNode.Parse(details[^1])?["error"] is { } reason ? $": {reason}" : "";
        return $"{time} [sys] {message}{error}";
    }
}
