using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Extensions.Options;
using Signet.ServiceDefaults;

namespace Signet.Identity.Tokens;

/// <summary>
/// Token exchange (RFC 8693): the gateway swaps outside credentials, services swap the internal token they were called with.
/// The certificate of the request becomes the only one that can use the answer.
/// </summary>
public static partial class ExchangeApi
{
    private const string TokenExchange = "urn:ietf:params:oauth:grant-type:token-exchange";
    private const string JwtType = "urn:ietf:params:oauth:token-type:jwt";
    private const int MaxFormBytes = 16 * 1024;

    public static IEndpointRouteBuilder MapExchangeApi(this IEndpointRouteBuilder routes)
    {
        routes.MapPost("/internal/tokens", Exchange).AllowAnonymous().DisableAntiforgery().ExcludeFromDescription()
            .WithMetadata(new Microsoft.AspNetCore.Mvc.RequestSizeLimitAttribute(MaxFormBytes));
        return routes;
    }

    private const string OwnAudience = "identity";

    private static async Task<Results<JsonHttpResult<ExchangeResponse>, JsonHttpResult<ExchangeError>>> Exchange(
        HttpContext context, IEnumerable<ISubjectReader> readers, InternalTokens tokens, IOptions<ExchangeOptions> options, ILoggerFactory loggers, CancellationToken cancellationToken)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (context.CallerName() is not { } caller || context.CallerThumbprint() is not { } thumbprint)
            return Refuse("invalid_request", "The request came without a client certificate.");
        if (!context.Request.HasFormContentType)
            return Refuse("invalid_request", "Send the parameters as application/x-www-form-urlencoded.");

        var form = await context.Request.ReadFormAsync(cancellationToken);
        if (form["grant_type"] != TokenExchange)
            return Refuse("unsupported_grant_type", $"grant_type is {TokenExchange}.");
        if (form["subject_token"] is not [{ Length: > 0 } subjectToken] || form["subject_token_type"] is not [{ Length: > 0 } tokenType] || form["audience"] is not [{ Length: > 0 } audience])
            return Refuse("invalid_request", "subject_token, subject_token_type and audience are needed, each once.");
        // Identity makes long-lived credentials: no service that saw a user's token may come here with it.
        if (audience == caller || (audience == OwnAudience && caller != Callers.Gateway) || !options.Value.Audiences.Contains(audience, StringComparer.Ordinal))
            return Refuse("invalid_target", "There is no such audience for this caller.");
        if (readers.FirstOrDefault(reader => reader.TokenType == tokenType) is not { } reader || !reader.Accepts(caller))
            return Refuse("invalid_request", "This caller may not exchange tokens of this type.");

        var logger = loggers.CreateLogger(typeof(ExchangeApi));
        if (await reader.ReadAsync(subjectToken, caller, cancellationToken) is not { } subject)
        {
            Log.Refused(logger, caller, audience, tokenType);
            return Refuse("invalid_grant", "The token is not known, or it is over.");
        }

        return TypedResults.Json(new ExchangeResponse(
            tokens.Create(subject, audience, thumbprint), JwtType, "Bearer", (int)InternalToken.Lifetime.TotalSeconds, subject.SessionId));
    }

    private static JsonHttpResult<ExchangeError> Refuse(string error, string description) =>
        TypedResults.Json(new ExchangeError(error, description), statusCode: StatusCodes.Status400BadRequest);

    public sealed record ExchangeResponse(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("issued_token_type")] string IssuedTokenType,
        [property: JsonPropertyName("token_type")] string TokenType,
        [property: JsonPropertyName("expires_in")] int ExpiresIn,
        [property: JsonPropertyName("sid")] Guid SessionId);

    public sealed record ExchangeError(
        [property: JsonPropertyName("error")] string Error,
        [property: JsonPropertyName("error_description")] string Description);

    private static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Exchange refused: {Caller} showed a {TokenType} for {Audience} that is unknown or over.")]
        public static partial void Refused(ILogger logger, string caller, string audience, string tokenType);
    }
}
