using System.Net;
using Microsoft.AspNetCore.Components;
using Signet.Web.Api;

namespace Signet.Web.Tests.Api;

public sealed class SignetApiTests : WebContext
{
    [Fact]
    public async Task An_ended_session_leads_to_the_sign_in_page_and_back()
    {
        Server.Fails("GET /api/v1/me", 401, "unauthenticated");
        var navigation = Get<NavigationManager>();
        navigation.NavigateTo("contacts?x=1");

        await Get<SignetApi>().MeAsync();

        Assert.EndsWith("/signin?returnUrl=%2Fcontacts%3Fx%3D1", navigation.Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_question_that_nobody_asked_for_does_not_lead_away_when_the_session_has_ended()
    {
        Server.Fails("POST /api/v1/duplicates", 401, "unauthenticated");
        var before = Get<NavigationManager>().Uri;

        var answer = await Get<SignetApi>().DuplicatesAsync(new([]));

        Assert.Equal(401, answer.Problem!.Status);
        Assert.Equal(before, Get<NavigationManager>().Uri);
    }

    [Fact]
    public async Task A_refusal_does_not_lead_away()
    {
        Server.Fails("GET /api/v1/me", 403, "forbidden");
        var before = Get<NavigationManager>().Uri;

        var answer = await Get<SignetApi>().MeAsync();

        Assert.Equal(("forbidden", 403, "4bf92f3577b34da6"), (answer.Problem!.Code, answer.Problem.Status, answer.Problem.TraceId));
        Assert.Equal(before, Get<NavigationManager>().Uri);
    }

    public static TheoryData<Func<HttpResponseMessage>> OutOfReach => new(
        () => throw new HttpRequestException("no network"),
        () => throw new TaskCanceledException("no answer in time"),
        () => new HttpResponseMessage(HttpStatusCode.OK) { Content = new StringContent("<html>", null, "application/json") });

    [Theory]
    [MemberData(nameof(OutOfReach), DisableDiscoveryEnumeration = true)]
    public async Task A_server_out_of_reach_is_a_problem_that_passes(Func<HttpResponseMessage> server)
    {
        Server.On("GET /api/v1/me", _ => server());
        var answer = await Get<SignetApi>().MeAsync();
        Assert.True(answer.Problem!.IsPassing);
    }

    [Fact]
    public async Task A_request_that_the_page_gives_up_is_no_problem_of_the_server()
    {
        using var left = new CancellationTokenSource();
        Server.On("GET /api/v1/me", _ =>
        {
            left.Cancel();
            throw new TaskCanceledException("left", null, left.Token);
        });
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Get<SignetApi>().MeAsync(left.Token));
    }

    [Fact]
    public async Task An_answer_that_is_no_problem_document_still_is_a_problem()
    {
        Server.On("GET /api/v1/me", _ => new HttpResponseMessage(HttpStatusCode.BadGateway) { Content = new StringContent("<html>") });
        var answer = await Get<SignetApi>().MeAsync();
        Assert.Equal("status-502", answer.Problem!.Code);
        Assert.True(answer.Problem.IsPassing);
    }

    [Fact]
    public async Task A_mail_is_sent_as_a_mail_and_a_text_as_text()
    {
        Server.On("POST /api/v1/captures/mail", Sample.Capture(), HttpStatusCode.Created);
        await Get<SignetApi>().CaptureMailAsync([1], Guid.Empty);
        await Get<SignetApi>().CaptureTextAsync("Klara", Guid.Empty);
        Assert.Equal(["message/rfc822", "text/plain; charset=utf-8"], Server.Sent.Select(sent => sent.Headers["Content-Type"]));
    }
}
