using System.Security.Cryptography;
using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.DataProtection.XmlEncryption;
using Signet.ServiceDefaults;

namespace Signet.Identity.Keys;

/// <summary>Encrypts the keys of Data Protection before they reach the database: AES-256-GCM under a key derived from the master key.</summary>
internal sealed class DataProtectionEncryptor(IKeyWrapper wrapper) : IXmlEncryptor
{
    public EncryptedXmlInfo Encrypt(XElement plaintextElement)
    {
        using var cipher = new DataProtectionCipher(wrapper);
        return new EncryptedXmlInfo(new XElement("signetKey", cipher.Seal(plaintextElement.ToString(SaveOptions.DisableFormatting))), typeof(DataProtectionDecryptor));
    }
}

/// <summary>The way back; Data Protection makes it by the type name that stands beside the key.</summary>
internal sealed class DataProtectionDecryptor(IServiceProvider services) : IXmlDecryptor
{
    public XElement Decrypt(XElement encryptedElement)
    {
        using var cipher = new DataProtectionCipher(services.GetRequiredService<IKeyWrapper>());
        return XElement.Parse(cipher.Open(encryptedElement.Value));
    }
}

/// <summary>base64 of nonce, tag and ciphertext.</summary>
internal sealed class DataProtectionCipher(IKeyWrapper wrapper) : IDisposable
{
    private const int NonceBytes = 12;
    private const int TagBytes = 16;

    private readonly AesGcm aes = new(wrapper.Derive("identity/data-protection"), TagBytes);

    public string Seal(string text)
    {
        var plain = Encoding.UTF8.GetBytes(text);
        var bytes = new byte[NonceBytes + TagBytes + plain.Length];
        RandomNumberGenerator.Fill(bytes.AsSpan(0, NonceBytes));
        aes.Encrypt(bytes.AsSpan(0, NonceBytes), plain, bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes));
        CryptographicOperations.ZeroMemory(plain);
        return Convert.ToBase64String(bytes);
    }

    public string Open(string text)
    {
        var bytes = Convert.FromBase64String(text);
        var plain = new byte[bytes.Length - NonceBytes - TagBytes];
        aes.Decrypt(bytes.AsSpan(0, NonceBytes), bytes.AsSpan(NonceBytes + TagBytes), bytes.AsSpan(NonceBytes, TagBytes), plain);
        return Encoding.UTF8.GetString(plain);
    }

    public void Dispose() => aes.Dispose();
}
