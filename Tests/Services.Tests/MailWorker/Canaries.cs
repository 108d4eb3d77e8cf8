using System.Collections.Concurrent;
using System.Diagnostics;
using System.Diagnostics.Metrics;
using System.Net;
using Microsoft.AspNetCore.Http;
using Signet.Testing;

namespace Signet.Tests.MailWorker;

/// <summary>Nothing of a mail is written, logged, traced or measured, whatever becomes of it.</summary>
public sealed class Canaries : IAsyncLifetime
{
    // Each stands in one place of the mail, and nowhere else in this world.
    private static readonly string[] Tokens =
        ["kanarisubjekt71", "kanaribody72", "kanariheader73", "kanarifile74", "kanarianhang75", "kanarinested76", "kanarilast77", "kanarifirma78", "kanarimail79", "kanaritoname80"];

    private const string Eml = """
        From: Erika Kanarilast77 <kanarimail79@kupfer.example>
        To: Kanaritoname80 <office@signet.example>
        Subject: kanarisubjekt71
        X-Note: kanariheader73
        MIME-Version: 1.0
        Content-Type: multipart/mixed; boundary=b

        --b
        Content-Type: text/plain; charset=utf-8

        Please look at kanaribody72 soon.

        Best regards
        Erika Kanarilast77
        Kanarifirma78 GmbH
        Tel. +49 361 5550100
        --b
        Content-Type: message/rfc822

        From: x@y.example
        Subject: kanarinested76

        nested
        --b
        Content-Type: application/octet-stream; name=kanarifile74.bin
        Content-Disposition: attachment; filename=kanarifile74.bin

        kanarianhang75
        --b--
        """;

    private readonly MailWorkerApp _app = new();
    private readonly ConcurrentQueue<string> _said = [];
    private ActivityListener _activities = null!;
    private MeterListener _meters = null!;

    public async ValueTask InitializeAsync()
    {
        _activities = new() { ShouldListenTo = _ => true, Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllDataAndRecorded, ActivityStopped = Keep };
        ActivitySource.AddActivityListener(_activities);
        _meters = new() { InstrumentPublished = (instrument, listener) => listener.EnableMeasurementEvents(instrument) };
        _meters.SetMeasurementEventCallback<long>((_, _, tags, _) => Keep(tags));
        _meters.SetMeasurementEventCallback<int>((_, _, tags, _) => Keep(tags));
        _meters.SetMeasurementEventCallback<double>((_, _, tags, _) => Keep(tags));
        _meters.Start();
        await _app.InitializeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _activities.Dispose();
        _meters.Dispose();
    }

    [Fact, Promise(38)]
    public async Task A_captured_mail_leaves_no_trace()
    {
        using var response = await CaptureAsync(Eml);

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        AssertSilent();
    }

    [Fact, Promise(38)]
    public async Task A_mail_that_contacts_refuses_leaves_no_trace()
    {
        _app.Contacts.Instead = _ => Task.FromResult(Results.StatusCode(500));
        using (var response = await CaptureAsync(Eml)) Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        await _app.Contacts.DisposeAsync();
        using (var response = await CaptureAsync(Eml)) Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);

        AssertSilent();
    }

    [Theory, Promise(38)]
    [InlineData("kanarisubjekt71 kanaribody72 no mail at all")]
    [InlineData("Subject: kanarisubjekt71\r\nContent-Type: multipart/mixed; boundary=\"kanaribody72\r\n\r\n--kanaribody72")]
    [InlineData("From: <kanarimail79@@@>\r\nContent-Type: text/plain; charset=kanaribody72\r\nContent-Transfer-Encoding: kanariheader73\r\n\r\nkanaribody72")]
    [InlineData("From: a@b.example\r\nContent-Type: text/plain\r\nContent-Transfer-Encoding: base64\r\n\r\n%%%kanaribody72%%%")]
    public async Task A_broken_mail_leaves_no_trace(string eml)
    {
        using var response = await CaptureAsync(eml);

        AssertSilent();
    }

    [Fact, Promise(38)]
    public async Task A_mail_whose_sender_leaves_leaves_no_trace()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _app.Contacts.Instead = async context =>
        {
            reached.SetResult();
            await Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);
            return Results.Empty;
        };
        using var client = _app.Gateway();
        using var leaving = new CancellationTokenSource();
        var capture = MailWorkerApp.CaptureAsync(client, MailWorkerApp.Mail(Eml), cancellationToken: leaving.Token);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await leaving.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => capture);
        await Task.Delay(300);

        AssertSilent();
    }

    [Fact]
    public void The_watch_sees_what_is_said()
    {
        using var source = new ActivitySource("Signet.Tests.Canaries");
        using (var activity = source.StartActivity("kanaribody72")) activity?.SetTag("a", "b");

        Assert.Contains(_said, said => said.Contains("kanaribody72", StringComparison.Ordinal));
    }

    private async Task<HttpResponseMessage> CaptureAsync(string eml)
    {
        using var client = _app.Gateway();
        return await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Mail(eml));
    }

    private void AssertSilent()
    {
        Assert.NotEmpty(_said);
        foreach (var token in Tokens)
        {
            Assert.False(_app.Host.Logs.Contains(token), $"{token} was logged.");
            Assert.DoesNotContain(_said, said => said.Contains(token, StringComparison.OrdinalIgnoreCase));
        }

        Assert.DoesNotContain(TemporaryFiles(), file => Tokens.Any(token => Contains(file, token)));
    }

    private static IEnumerable<string> TemporaryFiles() =>
        Directory.EnumerateFiles(Path.GetTempPath(), "*", new EnumerationOptions { IgnoreInaccessible = true })
            .Where(file => File.GetLastWriteTimeUtc(file) > TimeProvider.System.GetUtcNow().AddMinutes(-5).UtcDateTime);

    private static bool Contains(string file, string token)
    {
        try
        {
            // Pipes have no length, and reading one waits for ever.
            return new FileInfo(file).Length is > 0 and < 50_000_000 && File.ReadAllText(file).Contains(token, StringComparison.OrdinalIgnoreCase);
        }
        catch (IOException)
        {
            return false;
        }
        catch (UnauthorizedAccessException)
        {
            return false;
        }
    }

    private void Keep(Activity activity)
    {
        _said.Enqueue($"{activity.DisplayName} {activity.StatusDescription} {string.Join(' ', activity.TagObjects)} {string.Join(' ', activity.Baggage)}");
        foreach (var occurrence in activity.Events) _said.Enqueue($"{occurrence.Name} {string.Join(' ', occurrence.Tags)}");
    }

    private void Keep(ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        foreach (var tag in tags) _said.Enqueue($"{tag.Key} {tag.Value}");
    }
}
