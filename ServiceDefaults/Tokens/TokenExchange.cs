using System.Collections.Concurrent;
using System.Net;
using System.Net.Http.Json;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Serialization;

namespace Signet.ServiceDefaults;

/// <summary>
/// Exchanges the token that came with a request for one towards another service (RFC 8693): identity puts this service into <c>act</c> and
/// binds the new token to the channel's certificate. Kept until shortly before it ends.
/// </summary>
internal sealed class TokenExchange(TimeProvider clock)
{
    private const int Capacity = 10_000;
    private static readonly Uri _address = new(ServiceChannels.AddressOf("identity"), "/internal/tokens");

    /// <summary>A token that ends on the way is refused.</summary>
    private static readonly TimeSpan _margin = TimeSpan.FromSeconds(10);

    private readonly ConcurrentDictionary<Key, Kept> _kept = [];

    public async Task<string> ExchangeAsync(ServiceChannel channel, string subjectToken, string audience, CancellationToken cancellationToken)
    {
        var key = new Key(Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(subjectToken))), audience, channel.Thumbprint);
        if (_kept.TryGetValue(key, out var kept) && clock.GetUtcNow() < kept.Until) return kept.Token;
        var granted = await AskAsync(channel, subjectToken, audience, cancellationToken);
        Keep(key, new(granted.AccessToken, clock.GetUtcNow() + TimeSpan.FromSeconds(granted.ExpiresIn) - _margin));
        return granted.AccessToken;
    }

    private static async Task<Granted> AskAsync(ServiceChannel channel, string subjectToken, string audience, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, _address)
        {
            Content = new FormUrlEncodedContent(new Dictionary<string, string>
            {
                ["grant_type"] = "urn:ietf:params:oauth:grant-type:token-exchange",
                ["subject_token"] = subjectToken,
                ["subject_token_type"] = "urn:ietf:params:oauth:token-type:jwt",
                ["audience"] = audience,
            }),
        };
        using var response = await channel.Invoker.SendAsync(request, cancellationToken);
        if (response.StatusCode == HttpStatusCode.BadRequest && (await response.Content.ReadFromJsonAsync<Refusal>(cancellationToken))?.Error == "invalid_grant")
            throw new SubjectEndedException();
        if (!response.IsSuccessStatusCode)
            throw new HttpRequestException($"Identity refused a token for {audience} ({(int)response.StatusCode}).", null, response.StatusCode);
        return await response.Content.ReadFromJsonAsync<Granted>(cancellationToken)
            ?? throw new HttpRequestException("Identity answered without a token.");
    }

    private void Keep(Key key, Kept token)
    {
        if (_kept.Count >= Capacity)
        {
            var now = clock.GetUtcNow();
            foreach (var (old, _) in _kept.Where(entry => entry.Value.Until <= now)) _kept.TryRemove(old, out _);
            // Full of living tokens: this one is asked for again next time.
            if (_kept.Count >= Capacity) return;
        }

        _kept[key] = token;
    }

    private readonly record struct Key(string Subject, string Audience, string Thumbprint);

    private sealed record Kept(string Token, DateTimeOffset Until);

    private sealed record Refusal([property: JsonPropertyName("error")] string? Error);

    private sealed record Granted(
        [property: JsonPropertyName("access_token")] string AccessToken,
        [property: JsonPropertyName("expires_in")] int ExpiresIn);
}

/// <summary>The session or token behind the request ended while the request ran: nobody is signed in any more.</summary>
internal sealed class SubjectEndedException() : Exception("The session or token of this request is over.");
