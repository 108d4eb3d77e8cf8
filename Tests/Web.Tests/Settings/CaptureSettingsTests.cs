using System.Net;
using Bunit;
using Signet.Contracts;
using Signet.Web.Settings;
using Signet.Web.Shell;

namespace Signet.Web.Tests.Settings;

public sealed class CaptureSettingsTests : WebContext
{
    private const string Settings = "/api/v1/organization/settings";

    public CaptureSettingsTests() => Server.On("GET /api/v1/me", Sample.Me).On("GET /api/v1/lists", Sample.Lists).On($"GET {Settings}", _ => Answer(new("DE", "de"), 1));

    [Fact]
    public async Task A_change_names_the_version_that_it_started_from_and_holds_for_the_app_at_once()
    {
        Server.On($"PUT {Settings}", sent => Answer(sent.Read<OrganizationSettings>(), 2));
        var page = Open();
        await ChooseAsync(page, "region", "AT");
        Assert.Equal("DE → AT", page.Find(".pending").TextContent);

        await SaveAsync(page);

        var sent = Server.Sent.Single(request => request.Line == $"PUT {Settings}");
        Assert.Equal(("\"1\"", new OrganizationSettings("AT", "de")), (sent.Headers["If-Match"], sent.Read<OrganizationSettings>()));
        Assert.Equal(Words["Settings_Saved"], page.Find(".pending").TextContent);
        Assert.Equal("AT", Get<Session>().Region);
    }

    [Fact]
    public async Task Nothing_changed_is_nothing_sent()
    {
        var page = Open();
        Assert.True(page.Find("[data-key='Ctrl Enter']").HasAttribute("disabled"));
        Assert.Equal(Words["Settings_Unchanged"], page.Find(".pending").TextContent);

        await ChooseAsync(page, "language", "fr");
        await ChooseAsync(page, "language", "de");

        Assert.True(page.Find("[data-key='Ctrl Enter']").HasAttribute("disabled"));
    }

    [Fact]
    public async Task A_stale_change_overwrites_nothing_and_is_kept()
    {
        var page = Open();
        await ChooseAsync(page, "region", "AT");
        Server.Fails($"PUT {Settings}", 412, "version-stale").On($"GET {Settings}", _ => Answer(new("CH", "de"), 2));

        await SaveAsync(page);

        Assert.Equal("alert", page.Find(".note").GetAttribute("role"));
        Assert.Equal("CH → AT", page.Find(".pending").TextContent);
        Server.On($"PUT {Settings}", sent => Answer(sent.Read<OrganizationSettings>(), 3));
        await SaveAsync(page);
        Assert.Equal(["\"1\"", "\"2\""], Server.Sent.Where(request => request.Line == $"PUT {Settings}").Select(request => request.Headers["If-Match"]));
        Assert.Empty(page.FindAll(".note"));
    }

    [Fact]
    public async Task A_discarded_change_is_not_sent()
    {
        var page = Open();
        await ChooseAsync(page, "region", "AT");

        await page.Find("[data-key='Esc']").ClickAsync(new());

        Assert.Equal(Words["Settings_Unchanged"], page.Find(".pending").TextContent);
        Assert.DoesNotContain(Server.Sent, request => request.Line.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public void Without_the_permission_the_settings_are_shown_and_cannot_be_changed()
    {
        Server.On("GET /api/v1/me", Sample.Me with { Permissions = [Permissions.ProfileRead] });
        var page = Render<CaptureSettingsPage>();

        Assert.Equal("DE", page.WaitForElement("[data-value=region]").TextContent);
        Assert.Empty(page.FindAll("select"));
        Assert.Empty(page.FindAll(".foot"));
        Assert.Contains(Words["Settings_ReadOnly"], page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_language_that_the_app_does_not_offer_stays_in_the_list()
    {
        Server.On($"GET {Settings}", _ => Answer(new("SE", "sv"), 1));
        var page = Open();
        Assert.Contains("sv", page.FindAll("#language option").Select(option => option.TextContent));
    }

    private static HttpResponseMessage Answer(OrganizationSettings settings, int version)
    {
        var answer = FakeServer.Json(settings, HttpStatusCode.OK);
        answer.Headers.ETag = new($"\"{version}\"");
        return answer;
    }

    private IRenderedComponent<CaptureSettingsPage> Open()
    {
        var page = Render<CaptureSettingsPage>();
        page.WaitForElement("#region");
        return page;
    }

    private static Task ChooseAsync(IRenderedComponent<CaptureSettingsPage> page, string id, string code) =>
        page.Find($"#{id}").ChangeAsync(page.FindAll($"#{id} option").First(option => option.TextContent == code).GetAttribute("value")!);

    private static Task SaveAsync(IRenderedComponent<CaptureSettingsPage> page) => page.Find("[data-key='Ctrl Enter']").ClickAsync(new());
}
