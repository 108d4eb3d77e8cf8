using Aspire.Hosting;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Eventing;

namespace Signet.AppHost.Tests.Engine;

public sealed class ModelTests
{
    private readonly IDistributedApplicationBuilder builder = DistributedApplication.CreateBuilder();

    [Theory]
    [InlineData("web", true)]
    [InlineData("crm-connector2", true)]
    [InlineData("2web", false)]
    [InlineData("web-", false)]
    [InlineData("web--api", false)]
    [InlineData("wéb", false)]
    [InlineData("web api", false)]
    [InlineData("", false)]
    public void A_name_is_letters_digits_and_single_hyphens(string name, bool isValid) =>
        Assert.Equal(isValid, Record.Exception(() => builder.AddExecutable(name, "sh", ".")) is null);

    [Fact]
    public void A_name_is_taken_once_ignoring_case()
    {
        builder.AddExecutable("web", "sh", ".");
        Assert.Throws<DistributedApplicationException>(() => builder.AddExecutable("WEB", "sh", "."));
        Assert.True(builder.TryCreateResourceBuilder<ExecutableResource>("Web", out _));
        Assert.False(builder.TryCreateResourceBuilder<ProjectResource>("web", out _));
    }

    [Fact]
    public void Nobody_waits_for_himself_and_a_check_needs_an_endpoint()
    {
        var web = builder.AddExecutable("web", "sh", ".");
        Assert.Throws<DistributedApplicationException>(() => web.WaitFor(web));
        Assert.Throws<DistributedApplicationException>(() => web.WithHttpHealthCheck("/health"));
        web.WithHttpEndpoint().WithHttpHealthCheck("/health");
        Assert.Equal("web_http_/health_200_check", web.Resource.Annotations.OfType<HealthCheckAnnotation>().Single().Key);
        Assert.Throws<DistributedApplicationException>(() => web.WithHealthCheck("web_http_/health_200_check"));
    }

    [Fact]
    public async Task An_expression_keeps_braces_encodes_on_request_and_names_its_holes()
    {
        var web = builder.AddExecutable("web", "sh", ".").WithHttpsEndpoint();
        web.GetEndpoint("https").EndpointAnnotation.AllocatedEndpoint = new(web.GetEndpoint("https").EndpointAnnotation, "localhost", 5001);
        var expression = ReferenceExpression.Create($"{{x}} {web.GetEndpoint("https")} {web.GetEndpoint("https"):uri} {"a&b":uri}");
        Assert.Equal("{x} https://localhost:5001 https%3A%2F%2Flocalhost%3A5001 a%26b", await expression.GetValueAsync(default));
        Assert.Equal("{x} {web.bindings.https.url} {web.bindings.https.url} a%26b", expression.ValueExpression);
        Assert.Null(await ReferenceExpression.Empty.GetValueAsync(default));
    }

    [Fact]
    public async Task Handlers_run_in_order_until_one_fails_and_only_for_their_resource()
    {
        var (eventing, calls) = (new DistributedApplicationEventing(), new List<string>());
        var (web, other) = (builder.AddExecutable("web", "sh", ".").Resource, builder.AddExecutable("other", "sh", ".").Resource);
        eventing.Subscribe<ResourceReadyEvent>((e, _) => { calls.Add($"any {e.Resource.Name}"); return Task.CompletedTask; });
        eventing.Subscribe<ResourceReadyEvent>(web, (_, _) => throw new InvalidOperationException());
        var last = eventing.Subscribe<ResourceReadyEvent>((_, _) => { calls.Add("last"); return Task.CompletedTask; });

        await Assert.ThrowsAsync<InvalidOperationException>(() => eventing.PublishAsync(new ResourceReadyEvent(web, null!)));
        await eventing.PublishAsync(new ResourceReadyEvent(other, null!));
        eventing.Unsubscribe(last);
        await eventing.PublishAsync(new ResourceReadyEvent(other, null!));
        Assert.Equal(["any web", "any other", "last", "any other"], calls);
        Assert.Throws<ArgumentException>(() => eventing.Subscribe<IDistributedApplicationResourceEvent>((_, _) => Task.CompletedTask));
    }
}
