using System.Net;
using System.Net.Http.Json;
using Signet.Contacts.Contacts;
using Signet.Contracts;

namespace Signet.Services.Tests.Contacts;

/// <summary>A user of an organisation and what they do with the service.</summary>
internal sealed class Person(ContactsApp app, Guid organizationId, Guid userId)
{
    public Guid OrganizationId => organizationId;

    public Guid UserId => userId;

    /// <summary>What the tokens allow; everything unless a test takes something away.</summary>
    public IReadOnlyList<string> Permissions { get; init; } = Contracts.Permissions.All;

    public Person Colleague() => new(app, organizationId, app.NewId());

    public Person Without(string permission) => new(app, organizationId, userId) { Permissions = [.. Contracts.Permissions.All.Where(other => other != permission)] };

    /// <summary>A request as it comes from the gateway (or another caller), with a token for this person.</summary>
    public async Task<Answer> SendAsync(HttpMethod method, string path, object? body = null, string? ifMatch = null, string? key = "new", string caller = "gateway")
    {
        using var request = new HttpRequestMessage(method, path);
        if (body is not null) request.Content = body is string json ? new StringContent(json, System.Text.Encoding.UTF8, "application/json") : JsonContent.Create(body, body.GetType());
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        if (key is not null && method == HttpMethod.Post) request.Headers.Add("Idempotency-Key", key == "new" ? app.NewId().ToString() : key);
        return await app.SendAsync(this, caller, request);
    }

    public Task<Answer> GetAsync(string path) => SendAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(string path, object body, string? key = "new") => SendAsync(HttpMethod.Post, path, body, key: key);

    public async Task<IReadOnlyList<ListResponse>> ListsAsync() => (await GetAsync("/api/v1/lists")).Is<ListsResponse>(HttpStatusCode.OK).Items;

    public async Task<ListResponse> FirstListAsync() => (await ListsAsync())[0];

    public async Task<ListResponse> NewListAsync(string name) =>
        (await PostAsync("/api/v1/lists", new CreateListRequest(name))).Is<ListResponse>(HttpStatusCode.Created);

    /// <summary>As mail-worker does after reading a mail of this person.</summary>
    public async Task<CreateDraftResponse> CaptureAsync(params FieldValue[] fields) =>
        (await SendAsync(HttpMethod.Post, "/internal/drafts", DraftOf(fields), caller: "mail-worker")).Is<CreateDraftResponse>(HttpStatusCode.Created);

    public static CreateDraftRequest DraftOf(params FieldValue[] fields) =>
        new(SourceKind.Mail, [.. fields.Select(field => new CreateDraftField(field.Kind, field.Value, field.PhoneType, 0.9, "test.rule"))]);

    public static FieldChoice[] Choices(params FieldValue[] fields) => [.. fields.Select(field => new FieldChoice(field.Kind, field.Value, field.PhoneType))];

    public async Task<Answer> TrySaveAsync(params FieldValue[] fields) =>
        await PostAsync("/api/v1/contacts", new SaveContactRequest(null, (await FirstListAsync()).Id, Choices(fields)));

    public async Task<ContactResponse> SaveAsync(params FieldValue[] fields) => (await TrySaveAsync(fields)).Is<ContactResponse>(HttpStatusCode.Created);

    public Task<Answer> ReadAsync(Guid id) => GetAsync($"/api/v1/contacts/{id}");

    public Task<Answer> UpdateAsync(ContactResponse contact, Guid? listId, string? ifMatch, params UpdateContactField[] fields) =>
        SendAsync(HttpMethod.Put, $"/api/v1/contacts/{contact.Id}", new UpdateContactRequest(listId ?? contact.ListId, fields), ifMatch);

    public Task<Answer> DeleteAsync(Guid id, string? ifMatch) => SendAsync(HttpMethod.Delete, $"/api/v1/contacts/{id}", ifMatch: ifMatch);

    public Task<Answer> TrySearchAsync(string? query, Guid? listId = null, string? cursor = null, int limit = 50) =>
        PostAsync("/api/v1/contacts/search", new SearchContactsRequest(query, listId, cursor, limit), key: null);

    public async Task<SearchContactsResponse> SearchAsync(string? query, Guid? listId = null, string? cursor = null, int limit = 50) =>
        (await TrySearchAsync(query, listId, cursor, limit)).Is<SearchContactsResponse>(HttpStatusCode.OK);

    /// <summary>The names that a search shows, in its order.</summary>
    public async Task<string[]> FindAsync(string? query) => [.. (await SearchAsync(query)).Items.Select(contact => contact.DisplayName)];

    public Task<Answer> TryDuplicatesAsync(Guid? except, params FieldValue[] fields) => PostAsync(
        "/api/v1/duplicates", new FindDuplicatesRequest([.. fields.Select(field => new DuplicateField(field.Kind, field.Value, field.PhoneType))], except), key: null);

    /// <summary>As the page asks while somebody types.</summary>
    public Task<IReadOnlyList<DuplicateCandidate>> DuplicatesAsync(params FieldValue[] fields) => DuplicatesAsync(null, fields);

    public async Task<IReadOnlyList<DuplicateCandidate>> DuplicatesAsync(Guid? except, params FieldValue[] fields) =>
        (await TryDuplicatesAsync(except, fields)).Is<FindDuplicatesResponse>(HttpStatusCode.OK).Candidates;
}
