using Microsoft.Extensions.DependencyInjection;
using Signet.ServiceDefaults;
using Signet.Testing;

namespace Signet.Services.Tests.ServiceDefaults;

public sealed class MutualTlsTests
{
    public static TheoryData<string> Refused => [.. SevenRefusals.Refused];

    [Fact]
    public async Task An_allowed_caller_reads_an_answer()
    {
        await using var probe = await ProbeService.StartAsync(new ServiceOrder("probe"), _ => { });

        var answer = await SevenRefusals.AskAsync(SevenRefusals.RightCertificate, "probe", probe.Port);

        Assert.Contains("200 OK", answer);
        Assert.Contains("Healthy", answer);
    }

    [Theory]
    [MemberData(nameof(Refused))]
    [Promise(23)]
    public async Task Nobody_else_reads_anything(string caller)
    {
        await using var probe = await ProbeService.StartAsync(new ServiceOrder("probe"), _ => { });

        Assert.Null(await SevenRefusals.AskAsync(caller, "probe", probe.Port));
    }

    [Theory]
    [InlineData("name not on the list", "is of no allowed caller")]
    [InlineData("expired", "NotTimeValid")]
    [InlineData("other authority of the same name", "PartialChain")]
    [InlineData("made for servers only", "NotValidForUsage")]
    [InlineData("no certificate", "RemoteCertificateNotAvailable")]
    public async Task The_log_says_why_a_caller_was_refused(string caller, string reason)
    {
        await using var probe = await ProbeService.StartAsync(new ServiceOrder("probe"), _ => { });

        await SevenRefusals.AskAsync(caller, "probe", probe.Port);

        await probe.Logs.WaitForAsync(log => log.Message.StartsWith("caller-refused", StringComparison.Ordinal) && log.Message.Contains(reason, StringComparison.Ordinal));
    }

    [Fact]
    public async Task There_is_no_start_without_a_certificate()
    {
        var order = new ServiceOrder("probe") { Settings = new Dictionary<string, string> { ["Tls:Certificate"] = "" } };

        var fault = await Assert.ThrowsAnyAsync<Exception>(() => ProbeService.StartAsync(order, _ => { }));

        Assert.Contains("Tls:Certificate is missing", fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_renewed_certificate_is_served_to_new_connections_and_half_a_renewal_is_not()
    {
        var files = TestPki.Shared.Service("renewed");
        await using var probe = await ProbeService.StartAsync(OrderWith(files), _ => { });
        var certificate = probe.Services.GetRequiredService<ServiceCertificate>();
        var before = certificate.Current;
        var next = TestPki.Shared.ServiceLeaf("renewed");

        // The key of the new certificate beside the old certificate: refused, the old one stays.
        TestPki.Write(files.Key, next.GetECDsaKeyPem());
        probe.Order.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Same(before, certificate.Current);

        TestPki.Write(files.Certificate, next.ExportCertificatePem());
        probe.Order.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(TlsMaterial.ThumbprintOf(next), certificate.Current.Thumbprint);
        Assert.NotNull(await SevenRefusals.AskAsync(SevenRefusals.RightCertificate, "renewed", probe.Port));
        Assert.Single(probe.Logs.All, log => log.Message.Contains("cannot be loaded", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_renewal_fails_no_request_of_callers_that_keep_coming()
    {
        var files = TestPki.Shared.Service("busy");
        await using var probe = await ProbeService.StartAsync(OrderWith(files), _ => { });
        using var client = InternalClient.Create("busy", probe.Port, TestPki.Shared.LeafOf("apphost"));
        for (var renewal = 0; renewal < 5; renewal++)
        {
            var requests = Enumerable.Range(0, 20).Select(async index =>
            {
                // Half of them on a connection of their own.
                using var fresh = index % 2 == 0 ? null : InternalClient.Create("busy", probe.Port, TestPki.Shared.LeafOf("apphost"));
                return await (fresh ?? client).GetStringAsync("/health", TestContext.Current.CancellationToken);
            }).ToList();
            TestPki.Replace(files, TestPki.Shared.ServiceLeaf("busy"));
            probe.Order.Clock.Advance(TimeSpan.FromSeconds(2));
            Assert.All(await Task.WhenAll(requests), answer => Assert.Equal("Healthy", answer));
        }
    }

    [Fact]
    public async Task A_server_with_another_services_certificate_is_not_spoken_to()
    {
        await using var impostor = await StandIn.StartAsync("crm-connector", _ => { });
        var order = new ServiceOrder("probe") { Settings = new Dictionary<string, string> { ["services:contacts:https:0"] = $"https://127.0.0.1:{impostor.Port}" } };
        await using var probe = await ProbeService.StartAsync(order, _ => { });
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(ServiceChannels.AddressOf("contacts"), "/"));

        var fault = await Assert.ThrowsAsync<HttpRequestException>(() =>
            probe.Services.GetRequiredService<ServiceChannels>().Current.Invoker.SendAsync(request, TestContext.Current.CancellationToken));

        Assert.Equal(HttpRequestError.SecureConnectionError, fault.HttpRequestError);
    }

    private static ServiceOrder OrderWith(CertificateFiles files) => new("probe")
    {
        Settings = new Dictionary<string, string> { ["Tls:Certificate"] = files.Certificate, ["Tls:Key"] = files.Key },
    };
}

file static class Pem
{
    public static string GetECDsaKeyPem(this System.Security.Cryptography.X509Certificates.X509Certificate2 certificate) =>
        System.Security.Cryptography.X509Certificates.ECDsaCertificateExtensions.GetECDsaPrivateKey(certificate)!.ExportPkcs8PrivateKeyPem();
}
