using System.Diagnostics;
using Signet.Identity.Users;

namespace Signet.Services.Tests.Identity;

public sealed class PasswordHasherTests : IDisposable
{
    private readonly PasswordHasher hasher = new();

    [Fact]
    public async Task The_stored_hash_names_argon2id_with_19_MiB_two_passes_and_one_lane()
    {
        var stored = await hasher.HashAsync("secret", CancellationToken.None);

        Assert.StartsWith("$argon2id$v=19$m=19456,t=2,p=1$", stored, StringComparison.Ordinal);
        var parsed = PhcHash.Parse(stored);
        Assert.Equal((19 * 1024, 2, 1, 16, 32), (parsed.MemoryKiB, parsed.Passes, parsed.Lanes, parsed.Salt.Length, parsed.Tag.Length));
        Assert.Equal(stored, parsed.ToString());
    }

    /// <summary>Made by the reference implementation (<c>argon2 somesaltsomesalt -id -t 2 -k 19456 -p 1</c>), so that our hashes can move elsewhere.</summary>
    [Fact]
    public async Task A_hash_of_the_reference_implementation_is_understood()
    {
        const string Reference = "$argon2id$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$K13EBUiG7JV+9ZxztmHFTdb7J0WQsnj2V8bZaqyPptE";
        Assert.True(await hasher.VerifyAsync(Reference, "password", CancellationToken.None));
        Assert.False(await hasher.VerifyAsync(Reference, "Password", CancellationToken.None));
    }

    [Fact]
    public async Task The_same_password_gets_another_salt_each_time_and_verifies()
    {
        var first = await hasher.HashAsync("secret", CancellationToken.None);
        var second = await hasher.HashAsync("secret", CancellationToken.None);
        Assert.NotEqual(PhcHash.Parse(first).Salt, PhcHash.Parse(second).Salt);
        Assert.True(await hasher.VerifyAsync(first, "secret", CancellationToken.None));
        Assert.True(await hasher.VerifyAsync(second, "secret", CancellationToken.None));
        Assert.False(await hasher.VerifyAsync(first, "secret ", CancellationToken.None));
        Assert.False(await hasher.VerifyAsync(first, "", CancellationToken.None));
    }

    [Fact]
    public async Task Nobody_has_no_password_not_even_the_empty_one()
    {
        Assert.False(await hasher.VerifyAsync(null, "", CancellationToken.None));
        Assert.False(await hasher.VerifyAsync(null, "secret", CancellationToken.None));
    }

    [Fact]
    public async Task Composed_and_decomposed_letters_are_the_same_password()
    {
        var stored = await hasher.HashAsync("pass\u00E9", CancellationToken.None);
        Assert.True(await hasher.VerifyAsync(stored, "passe\u0301", CancellationToken.None));
        Assert.False(await hasher.VerifyAsync(stored, "passe", CancellationToken.None));
    }

    [Fact]
    public async Task Unknown_users_cost_as_much_time_as_known_ones()
    {
        var stored = await hasher.HashAsync("secret", CancellationToken.None);
        await hasher.VerifyAsync(stored, "wrong", CancellationToken.None);

        // Interleaved medians: a busy machine disturbs both alike.
        var known = new List<double>();
        var unknown = new List<double>();
        for (var round = 0; round < 9; round++)
        {
            known.Add(await MeasureAsync(stored));
            unknown.Add(await MeasureAsync(null));
        }

        var ratio = known.Order().ElementAt(4) / unknown.Order().ElementAt(4);
        Assert.InRange(ratio, 0.5, 2);
    }

    [Theory]
    [InlineData("")]
    [InlineData("$argon2i$v=19$m=19456,t=2,p=1$c29tZXNhbHRzb21lc2FsdA$c29tZXNhbHRzb21lc2FsdHNvbWVzYWx0c29tZXNhbHQ")]
    [InlineData("$2a$14$abcdefghijklmnopqrstuv")]
    public void What_is_no_argon2id_hash_is_a_fault(string text) => Assert.Throws<FormatException>(() => PhcHash.Parse(text));

    public void Dispose() => hasher.Dispose();

    private async Task<double> MeasureAsync(string? stored)
    {
        var start = Stopwatch.GetTimestamp();
        Assert.False(await hasher.VerifyAsync(stored, "wrong", CancellationToken.None));
        return Stopwatch.GetElapsedTime(start).TotalMilliseconds;
    }
}
