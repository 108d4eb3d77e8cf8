using Microsoft.IdentityModel.Tokens;
using Signet.ServiceDefaults;

namespace Signet.Identity.Keys;

/// <summary>Identity checks internal tokens with its own key ring instead of asking itself.</summary>
internal sealed class OwnTokenKeys(KeyRing ring) : IInternalTokenKeys
{
    public ValueTask<SecurityKey?> FindAsync(string keyId, CancellationToken cancellationToken) =>
        ValueTask.FromResult(ring.Accepted(KeyPurpose.InternalTokens).FirstOrDefault(key => key.Id == keyId)?.Key);
}
