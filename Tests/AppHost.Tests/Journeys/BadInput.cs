using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Signet.Contracts;
using Signet.Testing;

namespace Signet.AppHost.Tests.Journeys;

/// <summary>What a caller gets wrong, through the gateway: each answer is a problem that says what to do, and nothing half-done stays.</summary>
public sealed class BadInput(RunningApp running)
{
    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("", "message/rfc822", HttpStatusCode.UnprocessableEntity, "mail-empty")]
    [InlineData("%PDF-1.7 not a mail at all", "message/rfc822", HttpStatusCode.UnprocessableEntity, "not-a-mail")]
    [InlineData("", "text/plain; charset=utf-8", HttpStatusCode.UnprocessableEntity, "mail-empty")]
    [InlineData("{}", "application/json", HttpStatusCode.UnsupportedMediaType, "unsupported-media-type")]
    public async Task What_is_no_mail_is_refused_with_what_to_do(string body, string contentType, HttpStatusCode status, string code)
    {
        var app = await running.GetAsync();
        using var browser = await app.SignInAsync(Cancelled);

        await AssertProblemAsync(await browser.CaptureAsync(body, Cancelled, contentType), status, code);
    }

    [Fact]
    public async Task A_mail_of_60_MB_is_refused_as_too_large()
    {
        var app = await running.GetAsync();
        using var browser = await app.SignInAsync(Cancelled);

        await AssertProblemAsync(await browser.CaptureAsync(new string('x', 60_000_000), Cancelled), HttpStatusCode.RequestEntityTooLarge, "capture-too-large");
    }

    [Fact]
    public async Task An_unknown_list_takes_no_contact_and_the_draft_stays()
    {
        var app = await running.GetAsync();
        using var browser = await app.SignInAsync(Cancelled);
        var capture = await (await browser.CaptureAsync(Mails.WithSignature("Listenlos", "k.listenlos"), Cancelled)).ReadAsync<CaptureResponse>(HttpStatusCode.Created, Cancelled);

        await AssertProblemAsync(await browser.SaveAsync(capture.Accept(Guid.NewGuid()), Cancelled), HttpStatusCode.NotFound, "list-not-found");
        Assert.Equal(HttpStatusCode.OK, (await browser.GetAsync($"/api/v1/drafts/{capture.DraftId}", Cancelled)).StatusCode);
    }

    [Fact]
    public async Task A_key_used_again_for_another_body_is_refused_and_for_the_same_body_answers_the_same()
    {
        var app = await running.GetAsync();
        using var browser = await app.SignInAsync(Cancelled);
        var list = (await browser.GetFromJsonAsync<ListsResponse>("/api/v1/lists", Cancelled))!.Items[0];
        var contact = new SaveContactRequest(null, list.Id, [new(FieldKind.LastName, "Wiederholt")]);
        var key = Guid.NewGuid().ToString();

        var first = await (await browser.SaveAsync(contact, Cancelled, key)).ReadAsync<ContactResponse>(HttpStatusCode.Created, Cancelled);
        var again = await (await browser.SaveAsync(contact, Cancelled, key)).ReadAsync<ContactResponse>(HttpStatusCode.Created, Cancelled);

        Assert.Equal(first.Id, again.Id);
        await AssertProblemAsync(
            await browser.SaveAsync(contact with { Fields = [new(FieldKind.LastName, "Anders")] }, Cancelled, key), HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Fact]
    public async Task A_key_used_again_for_another_mail_is_refused_though_its_signature_is_the_same()
    {
        var app = await running.GetAsync();
        using var browser = await app.SignInAsync(Cancelled);
        var key = Guid.NewGuid().ToString();
        var mail = Mails.WithSignature("Schluessel", "k.schluessel");

        var first = await (await browser.CaptureAsync(mail, Cancelled, idempotencyKey: key)).ReadAsync<CaptureResponse>(HttpStatusCode.Created, Cancelled);
        var again = await (await browser.CaptureAsync(mail, Cancelled, idempotencyKey: key)).ReadAsync<CaptureResponse>(HttpStatusCode.Created, Cancelled);

        Assert.Equal(first.DraftId, again.DraftId);
        await AssertProblemAsync(
            await browser.CaptureAsync(mail.Replace("zwölf", "elf", StringComparison.Ordinal), Cancelled, idempotencyKey: key), HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
    }

    [Theory]
    [InlineData("sgp_forged0000000000000000000000000")]
    [InlineData("eyJhbGciOiJub25lIn0.eyJzdWIiOiIxIn0.")]
    [InlineData("")]
    public async Task A_credential_that_nobody_issued_is_refused(string credential)
    {
        var app = await running.GetAsync();
        using var client = app.CreateApiClient(credential.Length == 0 ? null : credential);

        await AssertProblemAsync(await client.GetAsync("/api/v1/lists", Cancelled), HttpStatusCode.Unauthorized, "unauthenticated");
    }

    [Fact]
    public async Task A_write_that_another_origin_sends_is_refused()
    {
        var app = await running.GetAsync();
        using var browser = await app.SignInAsync(Cancelled);
        browser.DefaultRequestHeaders.Remove("Origin");
        browser.DefaultRequestHeaders.Add("Origin", "https://evil.example");

        await AssertProblemAsync(await browser.CaptureAsync(Mails.WithSignature("Fremdherkunft", "k.fremd"), Cancelled), HttpStatusCode.Forbidden, "origin-refused");
    }

    private static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync(Cancelled);
        Assert.True(status == response.StatusCode, $"expected {(int)status}, got {(int)response.StatusCode}: {text}");
        Assert.Equal("application/problem+json", response.Content.Headers.ContentType?.MediaType);
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("detail").GetString()));
        Assert.False(string.IsNullOrWhiteSpace(problem.GetProperty("traceId").GetString()));
    }
}
