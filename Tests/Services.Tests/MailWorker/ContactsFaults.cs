using System.Net;
using Microsoft.AspNetCore.Http;
using Signet.ServiceDefaults;

namespace Signet.Tests.MailWorker;

/// <summary>Contacts away, broken, refusing or slow.</summary>
public sealed class ContactsFaults : IAsyncLifetime
{
    private readonly MailWorkerApp _app = new();

    public ValueTask InitializeAsync() => _app.InitializeAsync();

    public ValueTask DisposeAsync() => _app.DisposeAsync();

    [Fact]
    public async Task Contacts_away_is_said_with_what_to_do()
    {
        await _app.Contacts.DisposeAsync();

        using var response = await CaptureAsync();

        await Captures.AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable, "service-unavailable");
    }

    [Theory]
    [InlineData(500)]
    [InlineData(502)]
    [InlineData(404)]
    [InlineData(200)]
    public async Task An_answer_that_makes_no_sense_is_contacts_away(int status)
    {
        _app.Contacts.Instead = _ => Task.FromResult(Results.Text("<html>", "text/html", statusCode: status));

        using var response = await CaptureAsync();

        await Captures.AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable, "service-unavailable");
    }

    [Fact]
    public async Task A_draft_is_sent_once_even_when_contacts_breaks()
    {
        _app.Contacts.Instead = context =>
        {
            context.Abort();
            return Task.FromResult(Results.Empty);
        };

        using var response = await CaptureAsync();

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
        Assert.Single(_app.Contacts.Received);
    }

    [Theory]
    [InlineData(422, "idempotency-key-reused")]
    [InlineData(400, "validation-failed")]
    [InlineData(403, "forbidden")]
    public async Task What_the_caller_can_mend_is_passed_on(int status, string code)
    {
        _app.Contacts.Instead = _ => Task.FromResult<IResult>(Problems.Of(status, code, "Title", "Detail"));

        using var response = await CaptureAsync();

        await Captures.AssertProblemAsync(response, (HttpStatusCode)status, code);
    }

    [Fact]
    public async Task Identity_away_is_said_with_what_to_do()
    {
        using var client = _app.Gateway();
        using (await CaptureAsync(client)) _app.Identity.IsUp = false;
        using var other = _app.Host.ClientFor(_app.Identity, _app.User.Colleague(), Contracts.Permissions.CapturesWrite);

        using var response = await CaptureAsync(other);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, response.StatusCode);
    }

    [Fact]
    public async Task A_caller_who_leaves_ends_the_call_to_contacts()
    {
        var reached = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var left = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        _app.Contacts.Instead = async context =>
        {
            context.RequestAborted.Register(() => left.TrySetResult());
            reached.SetResult();
            await left.Task.WaitAsync(TimeSpan.FromSeconds(20));
            return Results.Empty;
        };
        using var client = _app.Gateway();
        using var leaving = new CancellationTokenSource();

        var capture = MailWorkerApp.CaptureAsync(client, MailWorkerApp.Pasted("Erika Muster\nKupfer GmbH"), cancellationToken: leaving.Token);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(20));
        await leaving.CancelAsync();

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => capture);
        await left.Task.WaitAsync(TimeSpan.FromSeconds(20));
    }

    private async Task<HttpResponseMessage> CaptureAsync()
    {
        using var client = _app.Gateway();
        return await CaptureAsync(client);
    }

    private static Task<HttpResponseMessage> CaptureAsync(HttpClient client) => MailWorkerApp.CaptureAsync(client, MailWorkerApp.Pasted("Erika Muster\nKupfer GmbH"));
}
