using System.Net;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.Extensions.Options;
using Signet.Gateway.Edge;
using Signet.ServiceDefaults;

namespace Signet.Gateway.Sessions;

/// <summary>The two questions that the door asks identity: a code for a session, and a credential for an internal token (RFC 8693).</summary>
internal sealed partial class IdentityTokens(IOptions<EdgeOptions> edge, IOptions<SessionOptions> session, ILogger<IdentityTokens> logger)
{
    private static readonly Uri _identity = ServiceChannels.AddressOf("identity");

    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(5);

    /// <summary>Ends the sign-in: the code becomes the session's opaque token.</summary>
    public Task<TokenAnswer> RedeemAsync(ServiceChannel channel, string code, string verifier, CancellationToken ct) => AskAsync(channel, "/connect/token", new()
    {
        ["grant_type"] = "authorization_code",
        ["client_id"] = SessionOptions.ClientId,
        ["client_secret"] = session.Value.WebClientSecret,
        ["code"] = code,
        ["code_verifier"] = verifier,
        ["redirect_uri"] = edge.Value.PublicOrigin + SignInApi.CallbackPath,
    }, ct);

    /// <summary>Swaps a credential for a token that one service accepts from this gateway's certificate, and from nobody else.</summary>
    public Task<TokenAnswer> SwapAsync(ServiceChannel channel, Credential credential, string audience, CancellationToken ct) => AskAsync(channel, "/internal/tokens", new()
    {
        ["grant_type"] = "urn:ietf:params:oauth:grant-type:token-exchange",
        ["subject_token"] = credential.Value,
        ["subject_token_type"] = credential.Kind == CredentialKind.PersonalAccessToken
            ? "urn:signet:params:oauth:token-type:pat"
            : "urn:ietf:params:oauth:token-type:access_token",
        ["audience"] = audience,
    }, ct);

    /// <summary>Ends the session that the internal token belongs to; true also when it had ended before.</summary>
    public async Task<bool> EndSessionAsync(ServiceChannel channel, string internalToken, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Delete, new Uri(_identity, "/api/v1/sessions/current"));
            request.Headers.Authorization = new("Bearer", internalToken);
            using var response = await channel.Invoker.SendAsync(request, patience.Token);
            return response.IsSuccessStatusCode || response.StatusCode is HttpStatusCode.NotFound or HttpStatusCode.Unauthorized;
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException
            || (exception is OperationCanceledException && !ct.IsCancellationRequested))
        {
            LogNoAnswer(exception.GetType().Name);
            return false;
        }
    }

    private async Task<TokenAnswer> AskAsync(ServiceChannel channel, string path, Dictionary<string, string> form, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(_patience);
        try
        {
            using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_identity, path)) { Content = new FormUrlEncodedContent(form) };
            using var response = await channel.Invoker.SendAsync(request, patience.Token);
            if (response.StatusCode is HttpStatusCode.BadRequest or HttpStatusCode.Unauthorized)
            {
                var error = await response.Content.ReadFromJsonAsync<TokenError>(patience.Token);
                if (error?.Error == "invalid_grant")
                {
                    return TokenAnswer.Refused;
                }
            }

            var granted = response.IsSuccessStatusCode ? await response.Content.ReadFromJsonAsync<TokenGranted>(patience.Token) : null;
            if (granted is { AccessToken.Length: > 0 })
            {
                return new(TokenOutcome.Granted, granted);
            }

            LogUnexpected((int)response.StatusCode);
            return TokenAnswer.Unavailable;
        }
        catch (Exception exception) when (exception is HttpRequestException or JsonException or IOException
            || (exception is OperationCanceledException && !ct.IsCancellationRequested))
        {
            LogNoAnswer(exception.GetType().Name);
            return TokenAnswer.Unavailable;
        }
    }

    [LoggerMessage(LogLevel.Warning, "Identity did not answer ({Reason})")]
    private partial void LogNoAnswer(string reason);

    [LoggerMessage(LogLevel.Error, "Identity answered {Status} to a request for a token, which no fault of the credential explains; check Signet:WebClientSecret and identity's log")]
    private partial void LogUnexpected(int status);

    private sealed record TokenError([property: JsonPropertyName("error")] string? Error);
}

/// <summary>Identity's answer: granted, refused (the credential is worth nothing), or none that could be used.</summary>
internal sealed record TokenAnswer(TokenOutcome Outcome, TokenGranted? Granted = null)
{
    public static TokenAnswer Refused { get; } = new(TokenOutcome.Refused);

    public static TokenAnswer Unavailable { get; } = new(TokenOutcome.Unavailable);
}

internal enum TokenOutcome
{
    Granted,
    Refused,
    Unavailable,
}

/// <summary>What identity grants. <paramref name="SessionId"/> is there for internal tokens.</summary>
internal sealed record TokenGranted(
    [property: JsonPropertyName("access_token")] string AccessToken,
    [property: JsonPropertyName("expires_in")] int ExpiresIn,
    [property: JsonPropertyName("sid")] string? SessionId);
