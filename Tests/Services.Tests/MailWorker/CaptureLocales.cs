using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Signet.Contracts;
using Signet.Testing;

namespace Signet.Tests.MailWorker;

/// <summary>Whose region and language a capture is read by: the request's, else the organisation's, else the operator's.</summary>
public sealed class CaptureLocales(MailWorkerApp app) : IClassFixture<MailWorkerApp>
{
    private const string Signature = "Erika Muster\nKupfer GmbH\nTel. 044 668 18 00";

    [Theory]
    [InlineData("de-CH", "", "+41446681800")]
    [InlineData("it-IT", "?region=CH", "+41446681800")]
    [InlineData("de-CH", "?region=DE", "+49446681800")]
    [InlineData("de-DE", "", "+49446681800")]
    [InlineData(null, "", "+49446681800")]
    [InlineData("", "", "+49446681800")]
    [InlineData("de-ZZ", "", "+49446681800")]
    [InlineData("de-AQ", "", "+49446681800")]
    public async Task A_national_number_is_read_as_the_nearest_setting_says(string? locale, string query, string number)
    {
        using var client = Gateway(locale);

        using var response = await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Pasted(Signature), $"number {locale ?? "none"}{query}", query);
        var capture = (await response.Content.ReadFromJsonAsync<CaptureResponse>())!;

        Assert.Equal(number, Assert.Single(capture.Fields, field => field.Kind == FieldKind.Phone).Value);
    }

    [Theory]
    [InlineData("nl-NL", "", "nl")]
    [InlineData("nl-NL", "?language=sv", "sv")]
    [InlineData(null, "", null)]
    public async Task Where_nothing_tells_the_language_the_nearest_setting_does(string? locale, string query, string? language)
    {
        using var client = Gateway(locale);

        using var response = await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Pasted("Erika Muster\nerika.muster@kupfer.example"), $"language{locale}{query}", query);

        Assert.Equal(language, (await response.Content.ReadFromJsonAsync<CaptureResponse>())!.Language);
    }

    [Theory]
    [InlineData("?region=XX", "region")]
    [InlineData("?region=de", "region")]
    [InlineData("?region=", "region")]
    [InlineData("?language=xx", "language")]
    [InlineData("?language=DE", "language")]
    [InlineData("?language=de-DE", "language")]
    [InlineData("?region=Germany&language=German", "language region")]
    public async Task Unknown_codes_are_refused_at_their_parameter_and_nothing_is_read(string query, string names)
    {
        using var client = Gateway("de-DE");

        using var response = await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Pasted(Signature), $"refused{query}", query);

        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((HttpStatusCode.BadRequest, "validation-failed"), (response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.Equal(names, string.Join(' ', problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order()));
        Assert.DoesNotContain(app.Contacts.Received, received => received.Key == $"refused{query}");
    }

    private HttpClient Gateway(string? locale)
    {
        var gateway = TestPki.Shared.LeafOf("gateway");
        return app.Host.ClientOf("gateway", app.Identity.Mint(new("mail-worker", app.User, gateway) { Permissions = [Permissions.CapturesWrite], Locale = locale }));
    }
}
