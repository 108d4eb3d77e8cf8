using System.Net;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
using Signet.ServiceDefaults;
using Signet.Testing;

namespace Signet.Services.Tests.ServiceDefaults;

public sealed class EndpointRulesTests
{
    [Fact]
    public async Task An_endpoint_without_rule_stops_the_start()
    {
        var fault = await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ProbeService.StartAsync(new ServiceOrder("probe"), app => app.MapGet("/forgotten", () => "open")));

        Assert.Contains("/forgotten", fault.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("GET", "/nowhere", HttpStatusCode.NotFound, "not-found")]
    [InlineData("DELETE", "/text", HttpStatusCode.MethodNotAllowed, "method-not-allowed")]
    public async Task What_is_not_there_is_a_problem_too(string method, string path, HttpStatusCode status, string code)
    {
        await using var probe = await ProbeService.StartAsync(new ServiceOrder("probe"), Map);
        using var client = InternalClient.Create("probe", probe.Port, TestPki.Shared.LeafOf("gateway"));
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        using var answer = await client.SendAsync(request, TestContext.Current.CancellationToken);
        await InternalTokenTests.AssertProblemAsync(answer, status, code);
    }

    [Theory]
    [InlineData("{\"text\": 5}", "application/json", HttpStatusCode.BadRequest, "malformed-json")]
    [InlineData("{\"text\": ", "application/json", HttpStatusCode.BadRequest, "malformed-json")]
    [InlineData("{\"text\": null}", "application/json", HttpStatusCode.BadRequest, "malformed-json")]
    [InlineData("{}", "application/json", HttpStatusCode.BadRequest, "malformed-json")]
    [InlineData("text", "text/plain", HttpStatusCode.UnsupportedMediaType, "unsupported-media-type")]
    public async Task A_body_that_cannot_be_read_is_a_problem_that_says_so(string body, string type, HttpStatusCode status, string code)
    {
        await using var probe = await ProbeService.StartAsync(new ServiceOrder("probe"), Map);
        using var client = InternalClient.Create("probe", probe.Port, TestPki.Shared.LeafOf("gateway"));
        using var content = new StringContent(body, null, type);
        using var answer = await client.PostAsync("/text", content, TestContext.Current.CancellationToken);
        await InternalTokenTests.AssertProblemAsync(answer, status, code);
    }

    [Theory]
    [InlineData("application/json; charset=utf-7", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=nonsense", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json; charset=UTF-8", HttpStatusCode.OK)]
    public async Task Json_in_a_charset_that_nobody_reads_is_refused_and_in_utf_8_taken(string type, HttpStatusCode status)
    {
        await using var probe = await ProbeService.StartAsync(new ServiceOrder("probe"), Map);
        using var client = InternalClient.Create("probe", probe.Port, TestPki.Shared.LeafOf("gateway"));
        using var content = new ByteArrayContent("{\"text\": \"x\"}"u8.ToArray()) { Headers = { ContentType = System.Net.Http.Headers.MediaTypeHeaderValue.Parse(type) } };
        using var answer = await client.PostAsync("/text", content, TestContext.Current.CancellationToken);
        if (status == HttpStatusCode.OK) Assert.Equal(status, answer.StatusCode);
        else await InternalTokenTests.AssertProblemAsync(answer, status, "unsupported-media-type");
    }

    [Fact]
    public async Task A_body_above_the_limit_is_refused_unless_the_endpoint_takes_more()
    {
        await using var probe = await ProbeService.StartAsync(new ServiceOrder("probe"), Map);
        using var client = InternalClient.Create("probe", probe.Port, TestPki.Shared.LeafOf("gateway"));
        var big = $"{{\"text\": \"{new string('x', 1024 * 1024)}\"}}";

        using var refused = await client.PostAsync("/text", new StringContent(big, null, "application/json"), TestContext.Current.CancellationToken);
        await InternalTokenTests.AssertProblemAsync(refused, HttpStatusCode.RequestEntityTooLarge, "body-too-large");
        using var taken = await client.PostAsync("/big", new StringContent(big, null, "application/json"), TestContext.Current.CancellationToken);
        Assert.Equal(HttpStatusCode.OK, taken.StatusCode);
    }

    [Fact]
    public async Task A_fault_says_nothing_of_itself_neither_in_the_answer_nor_in_the_log()
    {
        await using var probe = await ProbeService.StartAsync(new ServiceOrder("probe"), Map);
        using var client = InternalClient.Create("probe", probe.Port, TestPki.Shared.LeafOf("gateway"));

        using var answer = await client.GetAsync("/fault?who=jane.doe@example.com", TestContext.Current.CancellationToken);

        await InternalTokenTests.AssertProblemAsync(answer, HttpStatusCode.InternalServerError, "internal-error");
        Assert.DoesNotContain("jane", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
        await probe.Logs.WaitForAsync(log => log.Message.Contains("InvalidOperationException", StringComparison.Ordinal));
        Assert.False(probe.Logs.Contains("jane"));
    }

    private static void Map(WebApplication app)
    {
        app.MapPost("/text", (NewNote note) => note.Text).RequireCallers("gateway");
        app.MapPost("/big", (NewNote note) => note.Text.Length).RequireCallers("gateway").WithMetadata(new RequestSizeLimitAttribute(25 * 1024 * 1024));
        app.MapGet("/fault", string () => throw new InvalidOperationException("holds jane.doe@example.com")).RequireCallers("gateway");
    }
}
