using System.Security.Cryptography;
using Microsoft.IdentityModel.Tokens;

namespace Signet.Identity.Keys;

/// <summary>A key in memory: the record's times and the unwrapped key.</summary>
public sealed record KeyMaterial(string Id, KeyPurpose Purpose, DateTimeOffset ActivatesAt, DateTimeOffset RetiresAt, DateTimeOffset ExpiresAt, SecurityKey Key)
{
    public const int SecretBytes = 32;

    public bool SignsAt(DateTimeOffset time) => ActivatesAt <= time && time < RetiresAt;

    public bool IsAcceptedAt(DateTimeOffset time) => time < ExpiresAt;

    public static KeyMaterial From(KeyRecord record, byte[] secret) =>
        new(record.Id, record.Purpose, record.ActivatesAt, record.RetiresAt, record.ExpiresAt, record.PublicPoint is { } point
            ? new ECDsaSecurityKey(FromScalar(secret, point)) { KeyId = record.Id }
            : new SymmetricSecurityKey(secret) { KeyId = record.Id });

    /// <summary>A new secret of 32 bytes: a P-256 scalar with its public point, or an AES-256 key without one.</summary>
    public static (byte[] Secret, byte[]? PublicPoint) Create(KeyPurpose purpose)
    {
        if (purpose is KeyPurpose.AuthorizationEncryption)
            return (RandomNumberGenerator.GetBytes(SecretBytes), null);

        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var parameters = key.ExportParameters(includePrivateParameters: true);
        return (parameters.D!, [.. parameters.Q.X!, .. parameters.Q.Y!]);
    }

    /// <summary>The public half for the list of keys (RFC 7517).</summary>
    public object ToPublicJwk()
    {
        var point = ((ECDsaSecurityKey)Key).ECDsa.ExportParameters(includePrivateParameters: false).Q;
        return new { kty = "EC", use = "sig", alg = SecurityAlgorithms.EcdsaSha256, crv = "P-256", kid = Id, x = Base64UrlEncoder.Encode(point.X), y = Base64UrlEncoder.Encode(point.Y) };
    }

    private static ECDsa FromScalar(byte[] secret, byte[] point) => ECDsa.Create(new ECParameters
    {
        Curve = ECCurve.NamedCurves.nistP256,
        D = secret,
        Q = new ECPoint { X = point[..(point.Length / 2)], Y = point[(point.Length / 2)..] },
    });
}
