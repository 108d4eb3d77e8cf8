using System.Globalization;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.ApplicationModel;

public readonly record struct LogLine(int LineNumber, string Content, bool IsErrorMessage);

public readonly record struct LogSubscriber(string Name, bool AnySubscribers);

/// <summary>The console of every resource: what its process printed and what the host says about it.</summary>
public sealed class ResourceLoggerService(TimeProvider clock) : IDisposable
{
    private const int BacklogLimit = 10_000;
    private readonly Lock gate = new();
    private readonly Dictionary<string, ResourceConsole> consoles = new(StringComparer.OrdinalIgnoreCase);
    private readonly HashSet<Channel<LogSubscriber>> subscriberWatchers = [];

    public ILogger GetLogger(IResource resource) => GetLogger(resource.GetInstanceId());

    public ILogger GetLogger(string resourceName) => new ConsoleLogger(this, resourceName, clock);

    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(IResource resource) => WatchAsync(resource.GetInstanceId());

    /// <summary>The backlog first, then every line as it comes; ends when the console is completed.</summary>
    public IAsyncEnumerable<IReadOnlyList<LogLine>> WatchAsync(string resourceName) => FollowAsync(resourceName);

    public IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(IResource resource) => GetAllAsync(resource.GetInstanceId());

    public async IAsyncEnumerable<IReadOnlyList<LogLine>> GetAllAsync(string resourceName)
    {
        await Task.CompletedTask;
        LogLine[] lines;
        lock (gate) lines = [.. ConsoleOf(resourceName).Backlog];
        yield return lines;
    }

    public async IAsyncEnumerable<LogSubscriber> WatchAnySubscribersAsync([EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var changes = Channel.CreateUnbounded<LogSubscriber>();
        lock (gate)
        {
            foreach (var (name, console) in consoles)
                if (console.Watchers.Count > 0) changes.Writer.TryWrite(new(name, true));
            subscriberWatchers.Add(changes);
        }

        try
        {
            await foreach (var change in changes.Reader.ReadAllAsync(cancellationToken)) yield return change;
        }
        finally
        {
            lock (gate) subscriberWatchers.Remove(changes);
        }
    }

    public void Dispose()
    {
        lock (gate)
            foreach (var watcher in consoles.Values.SelectMany(console => console.Watchers)) watcher.Writer.TryComplete();
    }

    internal void Write(string name, string content, bool isError)
    {
        lock (gate)
        {
            var console = ConsoleOf(name);
            var line = new LogLine(++console.LastNumber, content, isError);
            console.Backlog.Enqueue(line);
            if (console.Backlog.Count > BacklogLimit) console.Backlog.Dequeue();
            foreach (var watcher in console.Watchers) watcher.Writer.TryWrite(line);
        }
    }

    private async IAsyncEnumerable<IReadOnlyList<LogLine>> FollowAsync(string name, [EnumeratorCancellation] CancellationToken cancellationToken = default)
    {
        var lines = Channel.CreateUnbounded<LogLine>(new() { SingleReader = true });
        lock (gate)
        {
            var console = ConsoleOf(name);
            foreach (var line in console.Backlog) lines.Writer.TryWrite(line);
            console.Watchers.Add(lines);
            if (console.Watchers.Count == 1) Announce(new(name, true));
        }

        try
        {
            while (await lines.Reader.WaitToReadAsync(cancellationToken))
            {
                var batch = new List<LogLine>();
                while (batch.Count < 1_000 && lines.Reader.TryRead(out var line)) batch.Add(line);
                yield return batch;
            }
        }
        finally
        {
            lock (gate)
            {
                var console = ConsoleOf(name);
                if (console.Watchers.Remove(lines) && console.Watchers.Count == 0) Announce(new(name, false));
            }
        }
    }

    private void Announce(LogSubscriber change)
    {
        foreach (var watcher in subscriberWatchers) watcher.Writer.TryWrite(change);
    }

    private ResourceConsole ConsoleOf(string name) => consoles.TryGetValue(name, out var console) ? console : consoles[name] = new();

    private sealed class ResourceConsole
    {
        public Queue<LogLine> Backlog { get; } = [];
        public HashSet<Channel<LogLine>> Watchers { get; } = [];
        public int LastNumber { get; set; }
    }

    private sealed class ConsoleLogger(ResourceLoggerService owner, string name, TimeProvider clock) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter)
        {
            var text = exception is null ? formatter(state, null) : $"{formatter(state, exception)}{Environment.NewLine}{exception}";
            var time = clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture);
            owner.Write(name, $"{time} {text}", logLevel >= LogLevel.Error);
        }
    }
}
