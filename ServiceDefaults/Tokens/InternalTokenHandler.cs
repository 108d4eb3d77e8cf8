using System.Security.Claims;
using System.Security.Cryptography;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Tokens;

namespace Signet.ServiceDefaults;

/// <summary>Authenticates a request by its internal token, without asking anybody: signature, issuer, audience, time, and the certificate it is bound to.</summary>
internal sealed partial class InternalTokenHandler(
    IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory loggers, UrlEncoder encoder,
    IInternalTokenKeys keys, ServiceName service, TimeProvider clock) : AuthenticationHandler<AuthenticationSchemeOptions>(options, loggers, encoder)
{
    private const string Prefix = "Bearer ";
    private static readonly JsonWebTokenHandler _tokens = new() { MapInboundClaims = false };

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        var header = Request.Headers.Authorization.ToString();
        if (!header.StartsWith(Prefix, StringComparison.Ordinal)) return AuthenticateResult.NoResult();
        var encoded = header[Prefix.Length..];
        if (Read(encoded) is not { } unverified) return Refuse("unreadable");
        if (string.IsNullOrEmpty(unverified.Kid)) return Refuse("no-key");
        if (await keys.FindAsync(unverified.Kid, Context.RequestAborted) is not { } key) return Refuse("unknown-key");

        var result = await _tokens.ValidateTokenAsync(unverified, Rules(key));
        if (!result.IsValid) return Refuse(result.Exception.GetType().Name);
        return Accept((JsonWebToken)result.SecurityToken, result.ClaimsIdentity);
    }

    private static JsonWebToken? Read(string encoded)
    {
        try
        {
            return _tokens.CanReadToken(encoded) ? _tokens.ReadJsonWebToken(encoded) : null;
        }
        catch (ArgumentException)
        {
            // Three parts that are no JSON.
            return null;
        }
    }

    private AuthenticateResult Accept(JsonWebToken token, ClaimsIdentity identity)
    {
        if (!IsBoundToCaller(token)) return Refuse("other-certificate");
        if (!Guid.TryParse(token.Subject, out var user)
            || !Guid.TryParse(token.GetClaimOrNull(InternalToken.Organization), out var organization)
            || !Guid.TryParse(token.GetClaimOrNull(InternalToken.Session), out var session)) return Refuse("incomplete");

        var actor = token.TryGetPayloadValue<JsonElement>(InternalToken.Actor, out var act) && act.TryGetProperty("sub", out var sub) ? sub.GetString() : null;
        Context.RequestServices.GetRequiredService<Tenant>().Become(organization, user, session, actor);
        Context.Features.Set(new SubjectToken(token.EncodedToken));
        return AuthenticateResult.Success(new AuthenticationTicket(new ClaimsPrincipal(identity), Scheme.Name));
    }

    /// <summary>A token that was stolen is worth nothing without the key of the certificate it was made for.</summary>
    private bool IsBoundToCaller(JsonWebToken token) =>
        Context.CallerThumbprint() is { } shown
        && token.TryGetPayloadValue<JsonElement>(InternalToken.Confirmation, out var confirmation)
        && confirmation.ValueKind == JsonValueKind.Object
        && confirmation.TryGetProperty(InternalToken.ConfirmationThumbprint, out var thumbprint)
        && thumbprint.ValueKind == JsonValueKind.String
        && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(thumbprint.GetString()!), Encoding.UTF8.GetBytes(shown));

    private TokenValidationParameters Rules(SecurityKey key) => new()
    {
        ValidIssuer = InternalToken.Issuer,
        ValidAudience = service.Value,
        ValidAlgorithms = [SecurityAlgorithms.EcdsaSha256],
        IssuerSigningKey = key,
        RequireSignedTokens = true,
        NameClaimType = JwtRegisteredClaimNames.Sub,
        LifetimeValidator = (notBefore, expires, _, _) => IsInTime(notBefore, expires),
    };

    private bool IsInTime(DateTime? notBefore, DateTime? expires)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        return expires is { } end && now < end + InternalToken.ClockSkew && end <= now + InternalToken.Lifetime + InternalToken.ClockSkew
            && (notBefore is not { } start || start <= now + InternalToken.ClockSkew);
    }

    private AuthenticateResult Refuse(string reason)
    {
        LogRefused(Logger, reason);
        return AuthenticateResult.Fail(reason);
    }

    [LoggerMessage(LogLevel.Warning, "token-refused: {Reason}")]
    private static partial void LogRefused(ILogger logger, string reason);
}

/// <summary>The token of the current request, to be exchanged for one towards the next service.</summary>
internal sealed record SubjectToken(string Encoded);

file static class TokenReading
{
    public static string? GetClaimOrNull(this JsonWebToken token, string name) => token.TryGetClaim(name, out var claim) ? claim.Value : null;
}
