using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using AngleSharp;
using AngleSharp.Html.Dom;
using Signet.Contracts;

namespace Signet.Testing;

/// <summary>What a user does, as verbs: sign in, capture, save, find.</summary>
public static class Journey
{
    /// <summary>Signs in as the demo user through the real pages, and returns the browser that is signed in.</summary>
    public static async Task<HttpClient> SignInAsync(this DistributedApp app, CancellationToken cancellationToken)
    {
        var browser = app.CreateBrowser();
        using var end = await browser.SignInAsync(DistributedApp.DemoAddress, app.DemoPassword, cancellationToken);
        using var me = await browser.GetAsync("/api/v1/me", cancellationToken);
        if (me.StatusCode != HttpStatusCode.OK)
        {
            var logs = (await app.LogsOfAsync("gateway", cancellationToken)).TakeLast(12).Concat((await app.LogsOfAsync("identity", cancellationToken)).TakeLast(25));
            throw new InvalidOperationException(
                $"The demo user could not sign in: /api/v1/me answered {(int)me.StatusCode}; the pages ended at {end.RequestMessage?.RequestUri?.GetLeftPart(UriPartial.Path)} with {(int)end.StatusCode}.\n{string.Join('\n', logs)}");
        }

        browser.DefaultRequestHeaders.Add("Signet-Request", "1");
        browser.DefaultRequestHeaders.Add("Origin", app.PublicUrl.GetLeftPart(UriPartial.Authority));
        return browser;
    }

    /// <summary>Walks the sign-in pages as a browser without script does: follows redirects, fills in the forms that ask.</summary>
    public static async Task<HttpResponseMessage> SignInAsync(this HttpClient browser, string address, string password, CancellationToken cancellationToken)
    {
        var response = await browser.FollowAsync(new Uri(browser.BaseAddress!, "/signin?returnUrl=/"), cancellationToken);
        for (var step = 0; step < 2; step++)
        {
            var page = response.RequestMessage!.RequestUri!;
            using var html = await BrowsingContext.New(Configuration.Default)
                .OpenAsync(request => request.Content(response.Content.ReadAsStringAsync(cancellationToken).GetAwaiter().GetResult()).Address(page.ToString()), cancellationToken);
            var form = html.QuerySelector("form") as IHtmlFormElement;
            var inputs = form?.QuerySelectorAll("input").OfType<IHtmlInputElement>().ToList();
            if (form is null || inputs!.TrueForAll(input => input.Type is not ("email" or "password")))
            {
                return response;
            }

            var values = inputs
                .Where(input => !string.IsNullOrEmpty(input.Name))
                .Select(input => KeyValuePair.Create(input.Name!, input.Type switch { "email" => address, "password" => password, _ => input.Value }));
            using var post = new HttpRequestMessage(HttpMethod.Post, new Uri(page, string.IsNullOrEmpty(form.GetAttribute("action")) ? page.PathAndQuery : form.GetAttribute("action")!))
            {
                Content = new FormUrlEncodedContent(values),
                Headers = { { "Origin", page.GetLeftPart(UriPartial.Authority) } },
            };
            response = await browser.FollowAsync(post, cancellationToken);
        }

        return response;
    }

    /// <summary>A personal access token of the signed-in user with all permissions.</summary>
    public static async Task<string> CreateAccessTokenAsync(this HttpClient browser, IReadOnlyList<string> scopes, CancellationToken cancellationToken)
    {
        using var response = await browser.PostAsJsonAsync("/api/v1/access-tokens", new CreateAccessTokenRequest("test", scopes, 1), cancellationToken);
        return (await response.ReadAsync<CreatedAccessTokenResponse>(HttpStatusCode.Created, cancellationToken)).Token;
    }

    public static async Task<HttpResponseMessage> CaptureAsync(this HttpClient client, string mail, CancellationToken cancellationToken, string contentType = "message/rfc822", string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/captures/mail?region=DE")
        {
            Content = new ByteArrayContent(Encoding.UTF8.GetBytes(mail)) { Headers = { ContentType = MediaTypeHeaderValue.Parse(contentType) } },
            Headers = { { "Idempotency-Key", idempotencyKey ?? Guid.NewGuid().ToString() } },
        };
        return await client.SendAsync(request, cancellationToken);
    }

    public static async Task<HttpResponseMessage> SaveAsync(this HttpClient client, SaveContactRequest contact, CancellationToken cancellationToken, string? idempotencyKey = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/contacts")
        {
            Content = JsonContent.Create(contact),
            Headers = { { "Idempotency-Key", idempotencyKey ?? Guid.NewGuid().ToString() } },
        };
        return await client.SendAsync(request, cancellationToken);
    }

    /// <summary>Saves all fields of a capture as they were read.</summary>
    public static SaveContactRequest Accept(this CaptureResponse capture, Guid listId) => new(
        capture.DraftId, listId, [.. capture.Fields.Select(field => new FieldChoice(field.Kind, field.Value, field.PhoneType, field.Id))]);

    /// <summary>The body of an answer of the expected status; otherwise the test fails with the answer's text.</summary>
    public static async Task<T> ReadAsync<T>(this HttpResponseMessage response, HttpStatusCode expected, CancellationToken cancellationToken)
    {
        var body = await response.Content.ReadAsStringAsync(cancellationToken);
        if (response.StatusCode != expected)
        {
            throw new InvalidOperationException($"{response.RequestMessage?.Method} {response.RequestMessage?.RequestUri?.AbsolutePath} answered {(int)response.StatusCode}, not {(int)expected}: {body}");
        }

        return System.Text.Json.JsonSerializer.Deserialize<T>(body, System.Text.Json.JsonSerializerOptions.Web)!;
    }

    private static Task<HttpResponseMessage> FollowAsync(this HttpClient browser, Uri url, CancellationToken cancellationToken) =>
        browser.FollowAsync(new HttpRequestMessage(HttpMethod.Get, url), cancellationToken);

    private static async Task<HttpResponseMessage> FollowAsync(this HttpClient browser, HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var response = await browser.SendAsync(request, cancellationToken);
        for (var hop = 0; hop < 12 && (int)response.StatusCode is >= 300 and < 400 && response.Headers.Location is { } location; hop++)
        {
            var next = new Uri(response.RequestMessage!.RequestUri!, location);
            response.Dispose();
            response = await browser.GetAsync(next, cancellationToken);
        }

        return response;
    }
}
