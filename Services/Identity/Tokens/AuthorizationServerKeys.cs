using Microsoft.Extensions.Options;
using Microsoft.Extensions.Primitives;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Server;
using OpenIddict.Validation;
using Signet.Identity.Keys;

namespace Signet.Identity.Tokens;

/// <summary>Gives the key ring's keys and the issuer to OpenIddict, again whenever keys came or went.</summary>
internal sealed class AuthorizationServerKeys(KeyRing ring, IOptions<SignetOptions> signet)
    : IConfigureOptions<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictServerOptions>, IOptionsChangeTokenSource<OpenIddictValidationOptions>
{
    string IOptionsChangeTokenSource<OpenIddictServerOptions>.Name => Options.DefaultName;

    string IOptionsChangeTokenSource<OpenIddictValidationOptions>.Name => Options.DefaultName;

    public void Configure(OpenIddictServerOptions options)
    {
        options.Issuer = signet.Value.SignInUrl;
        foreach (var key in ring.SecurityKeys(KeyPurpose.AuthorizationSigning))
            options.SigningCredentials.Add(new SigningCredentials(key, SecurityAlgorithms.EcdsaSha256));
        foreach (var key in ring.SecurityKeys(KeyPurpose.AuthorizationEncryption))
            options.EncryptionCredentials.Add(new EncryptingCredentials(key, SecurityAlgorithms.Aes256KW, SecurityAlgorithms.Aes256CbcHmacSha512));
    }

    public IChangeToken GetChangeToken() => ring.GetChangeToken();
}
