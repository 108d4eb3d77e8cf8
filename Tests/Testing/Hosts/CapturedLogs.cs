using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace Signet.Testing;

/// <summary>Everything that a host logged, as text: message, values, scopes and exceptions.</summary>
public sealed class CapturedLogs : ILoggerProvider
{
    private readonly ConcurrentQueue<CapturedLog> _all = [];

    public IReadOnlyCollection<CapturedLog> All => _all;

    /// <summary>Waits for a message: some are written after the answer.</summary>
    public async Task<CapturedLog> WaitForAsync(Func<CapturedLog, bool> wanted)
    {
        var deadline = TimeProvider.System.GetUtcNow().AddSeconds(10);
        while (true)
        {
            if (_all.FirstOrDefault(wanted) is { } found) return found;
            if (TimeProvider.System.GetUtcNow() > deadline) throw new TimeoutException($"Not logged. There is:\n{string.Join('\n', _all)}");
            await Task.Delay(20);
        }
    }

    public bool Contains(string text) => _all.Any(log => log.ToString().Contains(text, StringComparison.OrdinalIgnoreCase));

    public ILogger CreateLogger(string categoryName) => new Logger(categoryName, _all);

    public void Dispose()
    {
    }

    private sealed class Logger(string category, ConcurrentQueue<CapturedLog> all) : ILogger
    {
        public IDisposable? BeginScope<TState>(TState state) where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => logLevel != LogLevel.None;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            all.Enqueue(new(category, logLevel, formatter(state, exception), exception?.ToString()));
    }
}

public sealed record CapturedLog(string Category, LogLevel Level, string Message, string? Exception);
