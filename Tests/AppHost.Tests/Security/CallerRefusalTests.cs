using Aspire.Hosting.Testing;
using Signet.AppHost.Tests.Journeys;
using Signet.Testing;

namespace Signet.AppHost.Tests.Security;

/// <summary>Every service of the running application, asked by those who may not, with leaves of the application's own authority where that matters.</summary>
public sealed class CallerRefusalTests(RunningApp running)
{
    private static readonly string[] _services = ["identity", "contacts", "crm-connector", "mail-worker"];

    public static TheoryData<string> Services => [.. _services];

    public static MatrixTheoryData<string, string> Refused => new(_services, SevenRefusals.Refused);

    [Theory]
    [MemberData(nameof(Services))]
    public async Task Health_answers_to_the_AppHost(string service)
    {
        var (port, pki) = await PartsAsync(service);
        var answer = await SevenRefusals.AskAsync(SevenRefusals.RightCertificate, service, port, pki);
        Assert.NotNull(answer);
        Assert.Contains("Healthy", answer, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    [Promise(23)]
    public async Task Nobody_else_reads_anything(string service, string caller)
    {
        var (port, pki) = await PartsAsync(service);
        Assert.Null(await SevenRefusals.AskAsync(caller, service, port, pki));
    }

    /// <summary>mail-worker calls contacts; contacts does not call mail-worker, and nobody referenced it for that.</summary>
    [Fact]
    [Promise(23)]
    public async Task A_service_that_does_not_reference_another_may_not_call_it()
    {
        var (port, pki) = await PartsAsync("mail-worker");
        using var client = InternalClient.Create("mail-worker", port, pki.ServiceLeaf("contacts"), pki: pki);
        await Assert.ThrowsAsync<HttpRequestException>(() => client.GetStringAsync("/health", TestContext.Current.CancellationToken));

        using var gateway = InternalClient.Create("mail-worker", port, pki.ServiceLeaf("gateway"), pki: pki);
        Assert.Equal("Healthy", await gateway.GetStringAsync("/health", TestContext.Current.CancellationToken));
    }

    private async Task<(int Port, TestPki Pki)> PartsAsync(string service)
    {
        var app = await running.GetAsync();
        return (app.Application.GetEndpoint(service, "https").Port, TestPki.Of(Path.Combine(app.DataDirectory, "pki")));
    }
}
