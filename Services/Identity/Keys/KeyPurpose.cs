namespace Signet.Identity.Keys;

public enum KeyPurpose
{
    /// <summary>ES256 signatures of internal tokens.</summary>
    InternalTokens,

    /// <summary>ES256 signatures of the authorization server's own tokens.</summary>
    AuthorizationSigning,

    /// <summary>AES-256 encryption of the authorization server's codes and tokens.</summary>
    AuthorizationEncryption,
}
