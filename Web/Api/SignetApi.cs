using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Signet.Contracts;

namespace Signet.Web.Api;

/// <summary>The public API of the own origin. Every method answers with a value or a problem; it throws only for faults of ours.</summary>
public sealed class SignetApi(HttpClient http, SignIn signIn)
{
    public Task<Answer<MeResponse>> MeAsync(CancellationToken ct = default) => SendAsync(HttpMethod.Get, "api/v1/me", null, SignetJson.Default.MeResponse, ct);

    public Task<Answer<ListsResponse>> ListsAsync(CancellationToken ct = default) => SendAsync(HttpMethod.Get, "api/v1/lists", null, SignetJson.Default.ListsResponse, ct);

    public Task<Answer<ListResponse>> CreateListAsync(string name, Guid idempotencyKey, CancellationToken ct = default) =>
        SendAsync(HttpMethod.Post, "api/v1/lists", Json(new CreateListRequest(name), SignetJson.Default.CreateListRequest), SignetJson.Default.ListResponse, ct, idempotencyKey);

    public Task<Answer<CaptureResponse>> CaptureMailAsync(byte[] mail, Guid idempotencyKey, CancellationToken ct = default) =>
        CaptureAsync(new ByteArrayContent(mail) { Headers = { ContentType = new MediaTypeHeaderValue("message/rfc822") } }, idempotencyKey, ct);

    public Task<Answer<CaptureResponse>> CaptureTextAsync(string text, Guid idempotencyKey, CancellationToken ct = default) =>
        CaptureAsync(new StringContent(text, System.Text.Encoding.UTF8, "text/plain"), idempotencyKey, ct);

    public Task<Answer<DraftResponse>> DraftAsync(Guid id, CancellationToken ct = default) => SendAsync(HttpMethod.Get, $"api/v1/drafts/{id}", null, SignetJson.Default.DraftResponse, ct);

    public Task<Answer<Nothing>> DiscardDraftAsync(Guid id, CancellationToken ct = default) => SendAsync<Nothing>(HttpMethod.Delete, $"api/v1/drafts/{id}", null, null, ct);

    public Task<Answer<ContactResponse>> SaveContactAsync(SaveContactRequest request, Guid idempotencyKey, CancellationToken ct = default) =>
        SendAsync(HttpMethod.Post, "api/v1/contacts", Json(request, SignetJson.Default.SaveContactRequest), SignetJson.Default.ContactResponse, ct, idempotencyKey);

    public Task<Answer<ContactResponse>> ContactAsync(Guid id, CancellationToken ct = default) => SendAsync(HttpMethod.Get, $"api/v1/contacts/{id}", null, SignetJson.Default.ContactResponse, ct);

    public Task<Answer<ContactResponse>> UpdateContactAsync(Guid id, int version, UpdateContactRequest request, CancellationToken ct = default) =>
        SendAsync(HttpMethod.Put, $"api/v1/contacts/{id}", Json(request, SignetJson.Default.UpdateContactRequest), SignetJson.Default.ContactResponse, ct, ifMatch: $"\"{version}\"");

    public Task<Answer<Nothing>> DeleteContactAsync(Guid id, int version, CancellationToken ct = default) =>
        SendAsync<Nothing>(HttpMethod.Delete, $"api/v1/contacts/{id}", null, null, ct, ifMatch: $"\"{version}\"");

    public Task<Answer<SearchContactsResponse>> SearchAsync(SearchContactsRequest request, CancellationToken ct = default) =>
        SendAsync(HttpMethod.Post, "api/v1/contacts/search", Json(request, SignetJson.Default.SearchContactsRequest), SignetJson.Default.SearchContactsResponse, ct);

    /// <summary>Asked while a person types, so it does not take them away from the page when the session has ended: saving will.</summary>
    public Task<Answer<FindDuplicatesResponse>> DuplicatesAsync(FindDuplicatesRequest request, CancellationToken ct = default) =>
        SendAsync(HttpMethod.Post, "api/v1/duplicates", Json(request, SignetJson.Default.FindDuplicatesRequest), SignetJson.Default.FindDuplicatesResponse, ct, stays: true);

    public Task<Answer<AccessTokensResponse>> AccessTokensAsync(CancellationToken ct = default) => SendAsync(HttpMethod.Get, "api/v1/access-tokens", null, SignetJson.Default.AccessTokensResponse, ct);

    public Task<Answer<CreatedAccessTokenResponse>> CreateAccessTokenAsync(CreateAccessTokenRequest request, CancellationToken ct = default) =>
        SendAsync(HttpMethod.Post, "api/v1/access-tokens", Json(request, SignetJson.Default.CreateAccessTokenRequest), SignetJson.Default.CreatedAccessTokenResponse, ct);

    public Task<Answer<Nothing>> RevokeAccessTokenAsync(Guid id, CancellationToken ct = default) => SendAsync<Nothing>(HttpMethod.Delete, $"api/v1/access-tokens/{id}", null, null, ct);

    public Task<Answer<OrganizationSettings>> SettingsAsync(CancellationToken ct = default) =>
        SendAsync(HttpMethod.Get, "api/v1/organization/settings", null, SignetJson.Default.OrganizationSettings, ct);

    public Task<Answer<OrganizationSettings>> UpdateSettingsAsync(OrganizationSettings settings, string etag, CancellationToken ct = default) =>
        SendAsync(HttpMethod.Put, "api/v1/organization/settings", Json(settings, SignetJson.Default.OrganizationSettings), SignetJson.Default.OrganizationSettings, ct, ifMatch: etag);

    /// <summary>Ends the session at the gateway; the page then has to be left.</summary>
    public Task<Answer<Nothing>> SignOutAsync(CancellationToken ct = default) => SendAsync<Nothing>(HttpMethod.Post, "signout", null, null, ct);

    private Task<Answer<CaptureResponse>> CaptureAsync(HttpContent content, Guid idempotencyKey, CancellationToken ct) =>
        SendAsync(HttpMethod.Post, "api/v1/captures/mail", content, SignetJson.Default.CaptureResponse, ct, idempotencyKey);

    private static JsonContent Json<T>(T value, JsonTypeInfo<T> type) => JsonContent.Create(value, type);

    private async Task<Answer<T>> SendAsync<T>(
        HttpMethod method, string path, HttpContent? content, JsonTypeInfo<T>? answer, CancellationToken ct, Guid? idempotencyKey = null, string? ifMatch = null, bool stays = false)
    {
        using var request = new HttpRequestMessage(method, path) { Content = content };
        request.Headers.Add("Signet-Request", "1");
        if (idempotencyKey is { } key) request.Headers.Add("Idempotency-Key", key.ToString());
        if (ifMatch is not null) request.Headers.IfMatch.Add(new EntityTagHeaderValue(ifMatch));
        try
        {
            using var response = await http.SendAsync(request, ct);
            if (!response.IsSuccessStatusCode) return new(default, await ReadProblemAsync(response, stays, ct));
            var value = answer is null ? default : await response.Content.ReadFromJsonAsync(answer, ct);
            return new(value, null, response.Headers.ETag?.Tag);
        }
        catch (Exception fault) when (fault is HttpRequestException or JsonException || (fault is OperationCanceledException && !ct.IsCancellationRequested))
        {
            // fetch gives no reason when a server cannot be reached; one that does not answer in time, or with something else's page, is not reached either.
            return new(default, Problem.Of(0, Problem.Unreachable));
        }
    }

    private async Task<Problem> ReadProblemAsync(HttpResponseMessage response, bool stays, CancellationToken ct)
    {
        if (response.StatusCode == HttpStatusCode.Unauthorized && !stays) signIn.Leave();
        var status = (int)response.StatusCode;
        if (response.Content.Headers.ContentType?.MediaType is not "application/problem+json") return Problem.Of(status, $"status-{status}");
        var body = await response.Content.ReadFromJsonAsync(SignetJson.Default.ProblemBody, ct);
        return new(status, body?.Code ?? $"status-{status}", body?.Title, body?.Detail, body?.TraceId, body?.Errors ?? [], body?.Current);
    }
}
