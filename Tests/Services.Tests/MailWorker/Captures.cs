using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Signet.Contracts;

namespace Signet.Tests.MailWorker;

/// <summary>From an uploaded mail to the answer with its draft.</summary>
public sealed class Captures(MailWorkerApp app) : IClassFixture<MailWorkerApp>
{
    private const string Eml = """
        From: Erika Muster <erika.muster@kupfer.example>
        To: office@signet.example
        Subject: Angebot
        Date: Mon, 3 Feb 2025 09:12:00 +0100
        MIME-Version: 1.0
        Content-Type: text/plain; charset=utf-8

        Guten Tag,

        anbei das Angebot.

        Beste Grüße

        Erika Muster
        Projektleiterin
        Kupfer GmbH
        Am Markt 5, 99084 Erfurt
        Tel. +49 361 5550100
        """;

    [Fact]
    public async Task A_mail_becomes_a_draft_with_the_text_that_each_field_came_from()
    {
        using var client = app.Gateway();

        using var response = await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Mail(Eml));
        var capture = (await response.Content.ReadFromJsonAsync<CaptureResponse>())!;

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
        Assert.Equal($"/api/v1/drafts/{capture.DraftId}", response.Headers.Location!.ToString());
        Assert.Equal("no-store", response.Headers.CacheControl!.ToString());
        Assert.Equal("Angebot", capture.Subject);
        Assert.Equal(new DateTimeOffset(2025, 2, 3, 9, 12, 0, TimeSpan.FromHours(1)), capture.SentAt);
        Assert.Equal("Kupfer GmbH", Assert.Single(capture.Fields, field => field.Kind == FieldKind.Company).Value);
        Assert.Equal("+493615550100", Assert.Single(capture.Fields, field => field.Kind == FieldKind.Phone).Value);
        var city = Assert.Single(capture.Fields, field => field.Kind == FieldKind.City);
        Assert.Equal("Erfurt", capture.Text.Substring(city.Range!.Start, city.Range.Length));
        Assert.Equal("Am Markt 5, 99084 Erfurt", city.Excerpt);
        Assert.Contains("Projektleiterin", capture.Text.Substring(capture.Signature!.Start, capture.Signature.Length), StringComparison.Ordinal);
        Assert.Equal(capture.Fields.Count, capture.Fields.Select(field => field.Id).Distinct().Count());
    }

    [Fact]
    public async Task Contacts_gets_values_and_evidence_and_no_text_of_the_mail()
    {
        using var client = app.Gateway();

        using var response = await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Mail(Eml), "key-for-contacts");
        var (caller, _, body) = app.Contacts.Received.Single(received => received.Key == "key-for-contacts");
        var draft = JsonSerializer.Deserialize<CreateDraftRequest>(body, JsonSerializerOptions.Web)!;

        Assert.Equal("mail-worker", caller);
        Assert.Equal(SourceKind.Mail, draft.Source);
        Assert.All(draft.Fields, field => Assert.NotEmpty(field.Rule));
        Assert.DoesNotContain("Angebot", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Guten Tag", body, StringComparison.Ordinal);
        Assert.Contains(app.Identity.Exchanges, exchange => exchange == ("mail-worker", "contacts"));
    }

    [Fact]
    public async Task Pasted_text_becomes_a_draft_without_subject_and_date()
    {
        using var client = app.Gateway();

        using var response = await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Pasted("Erika Muster\nKupfer GmbH\nTel. 0361 5550100"));
        var capture = (await response.Content.ReadFromJsonAsync<CaptureResponse>())!;

        Assert.Null(capture.Subject);
        Assert.Null(capture.SentAt);
        Assert.Equal("Erika", Assert.Single(capture.Fields, field => field.Kind == FieldKind.FirstName).Value);
    }

    [Theory]
    [InlineData("", "+493615550100")]
    [InlineData("?region=US", null)]
    public async Task National_numbers_of_a_text_that_names_no_country_are_read_as_in_the_region_of_the_request(string query, string? number)
    {
        using var client = app.Gateway();

        using var response = await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Pasted("Erika Muster\nCopper Works\nPhone 0361 5550100"), query: query);
        var capture = (await response.Content.ReadFromJsonAsync<CaptureResponse>())!;

        Assert.Equal(number, capture.Fields.FirstOrDefault(field => field.Kind == FieldKind.Phone)?.Value);
    }

    [Theory]
    [InlineData("Just words without any header.", "message/rfc822", "not-a-mail")]
    [InlineData("From: a@b.example\r\nSubject: x\r\n\r\n  \r\n", "message/rfc822", "mail-empty")]
    [InlineData("", "message/rfc822", "mail-empty")]
    [InlineData(" \n\t ", "text/plain", "mail-empty")]
    [InlineData("We should do this tomorrow, when it is warmer and you are back.", "text/plain", "no-contact-found")]
    public async Task What_gives_no_draft_is_a_problem_that_says_what_to_do(string body, string type, string code)
    {
        using var client = app.Gateway();

        using var response = await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Content(Encoding.UTF8.GetBytes(body), type), $"key-{code}");

        await AssertProblemAsync(response, HttpStatusCode.UnprocessableEntity, code);
        Assert.DoesNotContain(app.Contacts.Received, received => received.Key == $"key-{code}");
    }

    [Theory]
    [InlineData("application/json")]
    [InlineData("multipart/form-data; boundary=x")]
    [InlineData("text/html")]
    [InlineData("text/plain; charset=ebcdic-cp-us")]
    public async Task Other_content_is_refused(string type)
    {
        using var client = app.Gateway();

        using var response = await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Content("x"u8.ToArray(), type));

        await AssertProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task Compressed_content_is_refused()
    {
        using var client = app.Gateway();
        var content = MailWorkerApp.Mail(Eml);
        content.Headers.ContentEncoding.Add("gzip");

        using var response = await MailWorkerApp.CaptureAsync(client, content);

        await AssertProblemAsync(response, HttpStatusCode.UnsupportedMediaType, "unsupported-media-type");
    }

    [Fact]
    public async Task A_repeatable_request_needs_its_key()
    {
        using var client = app.Gateway();

        using var response = await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Mail(Eml), key: null);

        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "idempotency-key-missing");
    }

    [Theory]
    [InlineData("de")]
    [InlineData("Germany")]
    [InlineData("XX")]
    public async Task An_unknown_region_is_refused(string region)
    {
        using var client = app.Gateway();

        using var response = await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Mail(Eml), query: $"?region={region}");

        await AssertProblemAsync(response, HttpStatusCode.BadRequest, "validation-failed");
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_read()
    {
        using var client = app.Gateway(Permissions.ContactsRead);

        using var response = await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Mail(Eml));

        Assert.Equal(HttpStatusCode.Forbidden, response.StatusCode);
    }

    [Fact]
    public async Task Without_a_token_nothing_is_read()
    {
        using var client = app.Host.ClientOf("gateway");

        using var response = await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Mail(Eml));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    internal static async Task AssertProblemAsync(HttpResponseMessage response, HttpStatusCode status, string code)
    {
        var text = await response.Content.ReadAsStringAsync();
        Assert.True(status == response.StatusCode, $"{response.StatusCode}: {text}");
        var problem = JsonDocument.Parse(text).RootElement;
        Assert.Equal(code, problem.GetProperty("code").GetString());
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        Assert.NotEmpty(problem.GetProperty("traceId").GetString()!);
    }
}
