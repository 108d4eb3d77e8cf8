using Microsoft.Extensions.Options;
using Signet.MailWorker.Captures;

namespace Signet.Tests.MailWorker;

/// <summary>Settings that make no sense stop the start, all named at once.</summary>
public sealed class CaptureSettings(MailWorkerApp app) : IClassFixture<MailWorkerApp>
{
    [Fact]
    public void Wrong_settings_are_named_with_what_is_right()
    {
        var order = app.Order(("Captures:LargestMail", "0"), ("Captures:ConcurrentParses", "0"), ("Captures:DefaultRegion", "germany"));

        var fault = Assert.ThrowsAny<OptionsValidationException>(() => order.Start<CaptureOptions>());

        Assert.Equal(3, fault.Failures.Count());
        Assert.Contains(fault.Failures, failure => failure.StartsWith("Captures:DefaultRegion", StringComparison.Ordinal));
    }
}
