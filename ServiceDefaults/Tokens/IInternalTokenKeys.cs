using Microsoft.IdentityModel.Tokens;

namespace Signet.ServiceDefaults;

/// <summary>Where the keys are that internal tokens are signed with. Identity reads its table; everybody else asks identity.</summary>
public interface IInternalTokenKeys
{
    /// <summary>The public key with this id; null when identity has none.</summary>
    ValueTask<SecurityKey?> FindAsync(string keyId, CancellationToken cancellationToken);
}
