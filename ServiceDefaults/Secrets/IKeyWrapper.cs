namespace Signet.ServiceDefaults;

/// <summary>Holds the key that no database has (a key management service, or a file), and encrypts this service's keys with it.</summary>
public interface IKeyWrapper
{
    /// <param name="context">What the key is for. Unwrapping with another context fails.</param>
    ValueTask<byte[]> WrapAsync(string context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken);

    /// <summary>Throws <see cref="System.Security.Cryptography.CryptographicException"/> when the wrapped key is not of this service and context.</summary>
    ValueTask<byte[]> UnwrapAsync(string context, ReadOnlyMemory<byte> wrapped, CancellationToken cancellationToken);

    /// <summary>32 bytes that are the same in every replica of this service and unknown elsewhere.</summary>
    byte[] Derive(string purpose);
}
