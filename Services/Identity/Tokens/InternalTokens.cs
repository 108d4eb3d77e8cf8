using System.Security.Claims;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;
using Signet.Identity.Keys;
using Signet.ServiceDefaults;

namespace Signet.Identity.Tokens;

/// <summary>Makes and checks internal tokens: ES256, one audience, bound to one certificate (RFC 8705, 3.1), a minute long.</summary>
public sealed class InternalTokens(KeyRing keys, TimeProvider clock)
{
    private readonly JsonWebTokenHandler handler = new() { SetDefaultTimesOnTokenCreation = false, MapInboundClaims = false };

    public string Create(Subject subject, string audience, string certificateThumbprint)
    {
        var now = clock.GetUtcNow();
        var claims = new Dictionary<string, object>
        {
            [JwtRegisteredClaimNames.Jti] = Guid.CreateVersion7(now).ToString(),
            [TokenClaims.Subject] = subject.UserId.ToString(),
            [InternalToken.Organization] = subject.OrganizationId.ToString(),
            [InternalToken.Session] = subject.SessionId.ToString(),
            [InternalToken.Scope] = string.Join(' ', subject.Permissions),
            [InternalToken.Locale] = subject.Locale,
            [InternalToken.Confirmation] = new Dictionary<string, object> { [InternalToken.ConfirmationThumbprint] = certificateThumbprint },
        };
        if (subject.Actor is { } actor)
            claims[InternalToken.Actor] = actor;

        return handler.CreateToken(new SecurityTokenDescriptor
        {
            TokenType = "at+jwt",
            Issuer = InternalToken.Issuer,
            Audience = audience,
            IssuedAt = now.UtcDateTime,
            NotBefore = now.UtcDateTime,
            Expires = (now + InternalToken.Lifetime).UtcDateTime,
            Claims = claims,
            SigningCredentials = new SigningCredentials(keys.Current(KeyPurpose.InternalTokens).Key, SecurityAlgorithms.EcdsaSha256),
        });
    }

    /// <summary>The claims of a token made here for this audience, or null.</summary>
    public async Task<ClaimsPrincipal?> ValidateAsync(string token, string audience)
    {
        var result = await handler.ValidateTokenAsync(token, new TokenValidationParameters
        {
            ValidIssuer = InternalToken.Issuer,
            ValidAudience = audience,
            ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
            ValidTypes = ["at+jwt"],
            IssuerSigningKeys = keys.SecurityKeys(KeyPurpose.InternalTokens),
            RequireExpirationTime = true,
            RequireSignedTokens = true,
            LifetimeValidator = (notBefore, expires, _, _) => IsCurrent(notBefore, expires),
        });
        return result.IsValid ? new ClaimsPrincipal(result.ClaimsIdentity) : null;
    }

    private bool IsCurrent(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return notBefore <= now + InternalToken.ClockSkew && now < expires + InternalToken.ClockSkew;
    }
}
