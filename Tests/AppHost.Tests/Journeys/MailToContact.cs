using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using Signet.Contracts;
using Signet.Testing;

namespace Signet.AppHost.Tests.Journeys;

/// <summary>The one path of the data, through the gateway, as a signed-in user and as an API client.</summary>
public sealed class MailToContact(RunningApp running)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_mail_becomes_a_contact_that_can_be_found_changed_and_deleted()
    {
        var app = await running.GetAsync();
        using var browser = await app.SignInAsync(Cancelled);
        var list = (await browser.GetFromJsonAsync<ListsResponse>("/api/v1/lists", Cancelled))!.Items[0];

        var capture = await (await browser.CaptureAsync(Mails.WithSignature("Reisefertig", "k.reisefertig"), Cancelled)).ReadAsync<CaptureResponse>(HttpStatusCode.Created, Cancelled);
        Assert.Equal("Reisefertig", capture.Fields.First(field => field.Kind == FieldKind.LastName).Value);
        Assert.All(capture.Fields.Where(field => field.Range is not null), field => Assert.InRange(field.Range!.Start + field.Range.Length, 1, capture.Text.Length));

        var saved = await (await browser.SaveAsync(capture.Accept(list.Id), Cancelled)).ReadAsync<ContactResponse>(HttpStatusCode.Created, Cancelled);
        Assert.All(saved.Fields, field => Assert.Equal(SourceKind.Mail, field.Source.Kind));

        var found = await SearchAsync(browser, "reisefretig");
        Assert.Equal(saved.Id, Assert.Single(found.Items, item => item.Id == saved.Id).Id);

        var update = new UpdateContactRequest(saved.ListId, [.. saved.Fields.Select(field =>
            new UpdateContactField(field.Id, field.Kind, field.Kind == FieldKind.JobTitle ? "Leiterin Einkauf" : field.Value, field.PhoneType))]);
        var updated = await (await PutAsync(browser, saved, update, saved.Version)).ReadAsync<ContactResponse>(HttpStatusCode.OK, Cancelled);
        Assert.Equal(SourceKind.Hand, updated.Fields.First(field => field.Kind == FieldKind.JobTitle).Source.Kind);

        using var stale = await PutAsync(browser, saved, update, saved.Version);
        Assert.Equal(HttpStatusCode.PreconditionFailed, stale.StatusCode);

        using var deletion = new HttpRequestMessage(HttpMethod.Delete, $"/api/v1/contacts/{saved.Id}") { Headers = { IfMatch = { Tag(updated.Version) } } };
        Assert.Equal(HttpStatusCode.NoContent, (await browser.SendAsync(deletion, Cancelled)).StatusCode);
        Assert.DoesNotContain((await SearchAsync(browser, "reisefertig")).Items, item => item.Id == saved.Id);
        Assert.Equal(HttpStatusCode.NotFound, (await browser.GetAsync($"/api/v1/contacts/{saved.Id}", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task The_same_person_again_is_announced_with_what_agrees()
    {
        var app = await running.GetAsync();
        using var browser = await app.SignInAsync(Cancelled);
        var list = (await browser.GetFromJsonAsync<ListsResponse>("/api/v1/lists", Cancelled))!.Items[0];
        var mail = Mails.WithSignature("Doppelgang", "k.doppelgang", "0171 3920777");
        var first = await (await browser.CaptureAsync(mail, Cancelled)).ReadAsync<CaptureResponse>(HttpStatusCode.Created, Cancelled);
        Assert.DoesNotContain(first.Duplicates, found => found.DisplayName.Contains("Doppelgang", StringComparison.Ordinal));
        var saved = await (await browser.SaveAsync(first.Accept(list.Id), Cancelled)).ReadAsync<ContactResponse>(HttpStatusCode.Created, Cancelled);

        var second = await (await browser.CaptureAsync(mail, Cancelled)).ReadAsync<CaptureResponse>(HttpStatusCode.Created, Cancelled);

        var found = Assert.Single(second.Duplicates, found => found.ContactId == saved.Id);
        Assert.Equal(DuplicateAnswer.Same, found.Answer);
        Assert.Contains(found.Reasons, reason => reason is { Code: "mobileSame", Bits: > 0 });
        Assert.Contains(found.Reasons, reason => reason is { Code: "emailSame", Bits: > 0 });
    }

    [Fact]
    public async Task An_access_token_can_do_what_its_scopes_say_until_it_is_revoked()
    {
        var app = await running.GetAsync();
        using var browser = await app.SignInAsync(Cancelled);
        using var reader = app.CreateApiClient(await browser.CreateAccessTokenAsync([Permissions.ListsRead], Cancelled));

        Assert.Equal(HttpStatusCode.OK, (await reader.GetAsync("/api/v1/lists", Cancelled)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await reader.CaptureAsync(Mails.WithSignature("Ohnerecht", "k.ohnerecht"), Cancelled)).StatusCode);

        var tokens = await browser.GetFromJsonAsync<AccessTokensResponse>("/api/v1/access-tokens", Cancelled);
        foreach (var token in tokens!.Items.Where(token => token.Scopes.SequenceEqual([Permissions.ListsRead])))
        {
            Assert.Equal(HttpStatusCode.NoContent, (await browser.DeleteAsync($"/api/v1/access-tokens/{token.Id}", Cancelled)).StatusCode);
        }

        Assert.Equal(HttpStatusCode.Unauthorized, (await reader.GetAsync("/api/v1/lists", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_capture_is_one_trace_from_the_gateway_to_the_database()
    {
        var app = await running.GetAsync();
        using var browser = await app.SignInAsync(Cancelled);
        await (await browser.CaptureAsync(Mails.WithSignature("Spurenlos", "k.spurenlos"), Cancelled)).ReadAsync<CaptureResponse>(HttpStatusCode.Created, Cancelled);

        // Exporters send in batches; the trace is whole when its slowest batch has come.
        var services = Array.Empty<string>();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(TimeSpan.FromSeconds(30));
        while (!new[] { "gateway", "mail-worker", "contacts" }.All(services.Contains))
        {
            await Task.Delay(250, limit.Token);
            var spans = app.Telemetry.Spans();
            services = spans.Where(span => span.Scope.StartsWith("Npgsql", StringComparison.Ordinal))
                .Select(span => span.TraceId).Distinct()
                .Select(trace => spans.Where(span => span.TraceId == trace).Select(span => span.Service).Distinct().ToArray())
                .MaxBy(found => found.Length) ?? [];
        }
    }

    private static async Task<SearchContactsResponse> SearchAsync(HttpClient client, string query) =>
        await (await client.PostAsJsonAsync("/api/v1/contacts/search", new SearchContactsRequest(query), Cancelled)).ReadAsync<SearchContactsResponse>(HttpStatusCode.OK, Cancelled);

    private static async Task<HttpResponseMessage> PutAsync(HttpClient client, ContactResponse contact, UpdateContactRequest update, int version)
    {
        using var request = new HttpRequestMessage(HttpMethod.Put, $"/api/v1/contacts/{contact.Id}") { Content = JsonContent.Create(update), Headers = { IfMatch = { Tag(version) } } };
        return await client.SendAsync(request, Cancelled);
    }

    private static EntityTagHeaderValue Tag(int version) => new($"\"{version}\"");
}
