using System.Security.Cryptography;
using System.Text;
using Microsoft.Extensions.DependencyInjection;
using Signet.ServiceDefaults;
using Signet.Testing;

namespace Signet.Services.Tests.ServiceDefaults;

public sealed class SecretProtectorTests(PostgresServer postgres) : IAsyncLifetime
{
    private static readonly byte[] _secret = Encoding.UTF8.GetBytes("hunter2-4711");

    private readonly TestUser _user = TestUser.Create();
    private ServiceOrder _order = null!;
    private ProbeService _probe = null!;

    public async ValueTask InitializeAsync()
    {
        _order = new ServiceOrder("probe") { Database = await postgres.CreateDatabaseAsync("probe", ProbeService.MigrateAsync) };
        _probe = await ProbeService.StartAsync(_order);
    }

    public ValueTask DisposeAsync() => _probe.DisposeAsync();

    [Fact]
    public async Task A_secret_comes_back_in_its_context_also_in_another_process()
    {
        var value = await ProtectAsync(_probe, _user, "mailbox/1");
        await using var other = await ProbeService.StartAsync(_order);

        Assert.Equal(_secret, await UnprotectAsync(_probe, _user, "mailbox/1", value));
        Assert.Equal(_secret, await UnprotectAsync(other, _user, "mailbox/1", value));
    }

    [Fact]
    public async Task Any_flipped_bit_is_refused_with_one_identical_error()
    {
        var value = await ProtectAsync(_probe, _user, "mailbox/1");
        var messages = new HashSet<string>();
        for (var index = 0; index < value.Length; index++)
        {
            var flipped = value.ToArray();
            flipped[index] ^= 1;
            messages.Add((await Assert.ThrowsAsync<CryptographicException>(() => UnprotectAsync(_probe, _user, "mailbox/1", flipped))).Message);
        }

        for (var length = 0; length < value.Length; length += 7)
            messages.Add((await Assert.ThrowsAsync<CryptographicException>(() => UnprotectAsync(_probe, _user, "mailbox/1", value[..length]))).Message);
        Assert.Single(messages);
    }

    [Fact]
    public async Task A_value_is_worth_nothing_in_another_record_or_organisation()
    {
        var value = await ProtectAsync(_probe, _user, "mailbox/1");
        var stranger = TestUser.Create();
        await ProtectAsync(_probe, stranger, "mailbox/1");

        await Assert.ThrowsAsync<CryptographicException>(() => UnprotectAsync(_probe, _user, "mailbox/2", value));
        await Assert.ThrowsAsync<CryptographicException>(() => UnprotectAsync(_probe, stranger, "mailbox/1", value));
    }

    [Fact]
    public async Task The_same_secret_never_looks_the_same()
    {
        var values = new HashSet<string>();
        for (var round = 0; round < 50; round++) values.Add(Convert.ToHexString(await ProtectAsync(_probe, _user, "mailbox/1")));
        Assert.Equal(50, values.Count);
    }

    [Fact]
    public async Task Two_replicas_that_make_the_first_key_together_agree_on_it()
    {
        await using var other = await ProbeService.StartAsync(_order);
        var values = await Task.WhenAll(ProtectAsync(_probe, _user, "mailbox/1"), ProtectAsync(other, _user, "mailbox/1"));

        Assert.Equal(_secret, await UnprotectAsync(_probe, _user, "mailbox/1", values[1]));
        Assert.Equal(_secret, await UnprotectAsync(other, _user, "mailbox/1", values[0]));
    }

    [Fact]
    public async Task Without_the_master_key_nothing_can_be_read()
    {
        var value = await ProtectAsync(_probe, _user, "mailbox/1");
        var path = Path.Combine(TemporaryFolder.Create("keys"), "other.key");
        TestPki.Write(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)));
        await using var other = await ProbeService.StartAsync(_order with { Settings = new Dictionary<string, string> { ["Secrets:MasterKeyFile"] = path } });

        await Assert.ThrowsAsync<CryptographicException>(() => UnprotectAsync(other, _user, "mailbox/1", value));
    }

    [Fact]
    public async Task A_master_key_that_others_can_read_stops_the_start()
    {
        var path = Path.Combine(TemporaryFolder.Create("keys"), "open.key");
        await File.WriteAllTextAsync(path, Convert.ToBase64String(RandomNumberGenerator.GetBytes(32)), TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.OtherRead);

        await Assert.ThrowsAsync<InvalidOperationException>(() =>
            ProbeService.StartAsync(_order with { Settings = new Dictionary<string, string> { ["Secrets:MasterKeyFile"] = path } }));
    }

    [Fact]
    public void Cursors_are_of_one_organisation_and_cannot_be_read_or_made()
    {
        using var ours = ScopeOf(_probe, _user);
        using var theirs = ScopeOf(_probe, TestUser.Create());
        var cursor = ours.ServiceProvider.GetRequiredService<OpaqueCursor>().Protect(new Position("Jane", 7));

        Assert.Equal(new Position("Jane", 7), ours.ServiceProvider.GetRequiredService<OpaqueCursor>().Unprotect<Position>(cursor));
        Assert.Null(theirs.ServiceProvider.GetRequiredService<OpaqueCursor>().Unprotect<Position>(cursor));
        Assert.Null(ours.ServiceProvider.GetRequiredService<OpaqueCursor>().Unprotect<Position>(cursor[..^2]));
        Assert.Null(ours.ServiceProvider.GetRequiredService<OpaqueCursor>().Unprotect<Position>("§ not base64"));
        Assert.Null(ours.ServiceProvider.GetRequiredService<OpaqueCursor>().Unprotect<Position>(""));
    }

    private sealed record Position(string Name, int Row);

    private static Task<byte[]> ProtectAsync(ProbeService probe, TestUser user, string context) =>
        WithAsync(probe, user, protector => protector.ProtectAsync(context, _secret, TestContext.Current.CancellationToken));

    private static Task<byte[]> UnprotectAsync(ProbeService probe, TestUser user, string context, byte[] value) =>
        WithAsync(probe, user, protector => protector.UnprotectAsync(context, value, TestContext.Current.CancellationToken));

    private static async Task<byte[]> WithAsync(ProbeService probe, TestUser user, Func<SecretProtector, Task<byte[]>> work)
    {
        using var scope = ScopeOf(probe, user);
        return await work(scope.ServiceProvider.GetRequiredService<SecretProtector>());
    }

    private static IServiceScope ScopeOf(ProbeService probe, TestUser user)
    {
        var scope = probe.Services.CreateScope();
        scope.ServiceProvider.GetRequiredService<Tenant>().Become(user.OrganizationId, user.UserId, user.SessionId);
        return scope;
    }
}
