using System.Security.Cryptography;
using System.Text;
using Konscious.Security.Cryptography;

namespace Signet.Identity.Users;

/// <summary>
/// Argon2id with the parameters of the OWASP password storage cheat sheet (19 MiB, 2 passes, 1 lane), stored as a PHC string.
/// At most one check per processor runs at a time: each takes 19 MiB and a processor for a third of a second.
/// </summary>
public sealed class PasswordHasher : IDisposable
{
    public const int MemoryKiB = 19 * 1024;
    public const int Passes = 2;
    public const int Lanes = 1;

    /// <summary>Longer input is refused unread: hashing it would be work for nothing.</summary>
    public const int MaxLength = 1024;

    private const int SaltBytes = 16;
    private const int TagBytes = 32;

    private static readonly PhcHash Nobody = new(MemoryKiB, Passes, Lanes, new byte[SaltBytes], new byte[TagBytes]);

    private readonly SemaphoreSlim places = new(Environment.ProcessorCount);

    public async Task<string> HashAsync(string password, CancellationToken cancellationToken)
    {
        var fresh = Nobody with { Salt = RandomNumberGenerator.GetBytes(SaltBytes) };
        return (fresh with { Tag = await ComputeAsync(password, fresh, cancellationToken) }).ToString();
    }

    /// <summary>
    /// Compares in constant time. Without a stored hash (no such user, no password) the same work is done and the answer is no,
    /// so that the time of an answer does not tell whether an account exists.
    /// </summary>
    public async Task<bool> VerifyAsync(string? stored, string password, CancellationToken cancellationToken)
    {
        var known = stored is null ? null : PhcHash.Parse(stored);
        var expected = known ?? Nobody;
        var actual = await ComputeAsync(password.Length > MaxLength ? "" : password, expected, cancellationToken);
        return CryptographicOperations.FixedTimeEquals(actual, expected.Tag) & known is not null & password.Length <= MaxLength;
    }

    public void Dispose() => places.Dispose();

    private async Task<byte[]> ComputeAsync(string password, PhcHash parameters, CancellationToken cancellationToken)
    {
        // One person types é as one character, another keyboard as two.
        var bytes = Encoding.UTF8.GetBytes(password.Normalize(NormalizationForm.FormKC));
        await places.WaitAsync(cancellationToken);
        try
        {
            return await Task.Run(() => Compute(bytes, parameters), cancellationToken);
        }
        finally
        {
            places.Release();
            CryptographicOperations.ZeroMemory(bytes);
        }
    }

    private static byte[] Compute(byte[] password, PhcHash parameters)
    {
        using var argon = new Argon2id(password.Length == 0 ? [0] : password)
        {
            MemorySize = parameters.MemoryKiB,
            Iterations = parameters.Passes,
            DegreeOfParallelism = parameters.Lanes,
            Salt = parameters.Salt,
        };
        return argon.GetBytes(parameters.Tag.Length);
    }
}
