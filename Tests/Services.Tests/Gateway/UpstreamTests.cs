using System.Net;
using Microsoft.AspNetCore.Http;
using Signet.Testing;

namespace Signet.Services.Tests.Gateway;

public sealed class UpstreamTests
{
    [Fact]
    [Promise(2)]
    public async Task A_host_with_another_services_certificate_is_not_spoken_to()
    {
        await using var gateway = await GatewayApp.StartAsync(contacts: "stranger");
        using var client = gateway.Client(bearer: gateway.Identity.NewSession("sgp_"));

        var response = await client.GetAsync("/api/v1/lists");

        await response.ShouldBeProblemAsync(HttpStatusCode.BadGateway, "service-unavailable");
        Assert.Equal("5", response.Header("Retry-After"));
        Assert.Empty(gateway.Contacts.Requests);
    }

    [Fact]
    public async Task The_host_with_the_right_certificate_is_spoken_to()
    {
        await using var gateway = await GatewayApp.StartAsync();
        using var client = gateway.Client(bearer: gateway.Identity.NewSession("sgp_"));

        Assert.Equal(HttpStatusCode.OK, (await client.GetAsync("/api/v1/lists")).StatusCode);
    }

    [Fact]
    public async Task A_service_that_hangs_up_is_a_problem_that_says_to_try_again()
    {
        await using var gateway = await GatewayApp.StartAsync();
        gateway.Contacts.Answer = context =>
        {
            context.Abort();
            return Task.CompletedTask;
        };
        using var client = gateway.Client(bearer: gateway.Identity.NewSession("sgp_"));

        var response = await client.PostAsync("/api/v1/contacts", new StringContent("{}"));

        await response.ShouldBeProblemAsync(HttpStatusCode.BadGateway, "service-unavailable");
        // Sent once: a write whose outcome is unknown is the caller's to repeat, with its key.
        Assert.Single(gateway.Contacts.Requests);
    }

    [Fact]
    public async Task A_services_own_refusal_comes_through_as_it_is()
    {
        await using var gateway = await GatewayApp.StartAsync();
        gateway.Contacts.Answer = async context =>
        {
            context.Response.StatusCode = StatusCodes.Status412PreconditionFailed;
            context.Response.Headers.ETag = "\"4\"";
            await context.Response.WriteAsync("stale");
        };
        using var client = gateway.Client(bearer: gateway.Identity.NewSession("sgp_"));

        var response = await client.PutAsync("/api/v1/contacts/1", new StringContent("{}"));

        Assert.Equal(HttpStatusCode.PreconditionFailed, response.StatusCode);
        Assert.Equal("\"4\"", response.Header("ETag"));
        Assert.Equal("stale", await response.Content.ReadAsStringAsync());
    }

    [Fact]
    public async Task People_read_a_page_when_sign_in_is_down()
    {
        await using var gateway = await GatewayApp.StartAsync();
        gateway.Identity.IsUp = false;
        using var client = gateway.Client(GatewayApp.SignInOrigin);
        client.DefaultRequestHeaders.Add("Accept", "text/html");

        var response = await client.GetAsync("/signin");

        Assert.Equal(HttpStatusCode.BadGateway, response.StatusCode);
        Assert.Contains($"href=\"{GatewayApp.Origin}/signin", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/api/v1/lists/../../../internal/drafts")]
    [InlineData("/api/v1/lists/%2e%2e/%2e%2e/%2e%2e/internal/drafts")]
    [InlineData("/api/v1/lists/%252e%252e/%252e%252e/%252e%252e/internal/drafts")]
    [InlineData("/api/v1/lists/..%2f..%2f..%2finternal/drafts")]
    [InlineData("/api/v1/lists/..%5c..%5c..%5cinternal/drafts")]
    [InlineData("//internal/drafts")]
    [InlineData("/internal/drafts")]
    [InlineData("/connect/token")]
    public async Task No_path_leads_inside(string path)
    {
        await using var gateway = await GatewayApp.StartAsync();
        using var client = gateway.Client(bearer: gateway.Identity.NewSession("sgp_"));
        await using var connection = await gateway.ConnectAsync();
        var token = gateway.Identity.NewSession("sgp_");

        // By hand: clients tidy paths up before they send them.
        await connection.WriteAsync(System.Text.Encoding.ASCII.GetBytes(
            $"POST {path} HTTP/1.1\r\nHost: app.signet.localhost\r\nAuthorization: Bearer {token}\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"));
        using var reader = new StreamReader(connection);
        Assert.StartsWith("HTTP/1.1", await reader.ReadToEndAsync(), StringComparison.Ordinal);

        Assert.All(gateway.Contacts.Requests, received => Assert.StartsWith("/api/v1/lists/", received.Target, StringComparison.Ordinal));
        Assert.Empty(gateway.Identity.Redemptions);
    }
}
