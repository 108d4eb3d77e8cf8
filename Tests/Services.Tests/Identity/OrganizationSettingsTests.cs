using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using PhoneNumbers;
using Signet.Contracts;

namespace Signet.Services.Tests.Identity;

public sealed class OrganizationSettingsTests(IdentityApp app) : IClassFixture<IdentityApp>
{
    private const string Path = "/api/v1/organization/settings";
    private static readonly OrganizationSettings Austrian = new("AT", "de");

    [Fact]
    public async Task An_organization_begins_with_german_settings()
    {
        using var api = await app.ApiOfAsync(await app.AddPersonAsync());
        var read = await api.GetAsync(Path);

        Assert.Equal(new OrganizationSettings("DE", "de"), await read.Content.ReadFromJsonAsync<OrganizationSettings>());
        Assert.Equal("\"1\"", read.Headers.ETag!.Tag);
    }

    [Fact]
    public async Task A_change_is_seen_by_everybody_of_the_organization_and_stands_in_the_audit()
    {
        var manager = await app.AddPersonAsync();
        using var api = await app.ApiOfAsync(manager);
        using var colleague = await app.ApiOfAsync(await app.AddPersonAsync(manager.OrganizationId));

        var changed = await PutAsync(api, Austrian, "\"1\"");

        Assert.Equal((HttpStatusCode.OK, "\"2\""), (changed.StatusCode, changed.Headers.ETag!.Tag));
        Assert.Equal(Austrian, await colleague.GetFromJsonAsync<OrganizationSettings>(Path));
        var me = await colleague.GetFromJsonAsync<MeResponse>("/api/v1/me");
        Assert.Equal(("AT", "de"), (me!.Organization.Region, me.Organization.Language));
        var entry = Assert.Single(await app.AuditOfAsync(manager), entry => entry.Action == "organization.settings-changed");
        Assert.Equal((manager.UserId, manager.OrganizationId, """{"locale":"de-AT","localeBefore":"de-DE"}"""), (entry.UserId, entry.SubjectId, entry.Facts));
    }

    [Fact]
    public async Task Tokens_made_after_the_change_carry_it()
    {
        var person = await app.AddPersonAsync();
        var session = await app.SignInAsync(person);
        Assert.Equal("de-DE", LocaleOf(await app.SwapSessionAsync(session, "mail-worker")));
        using var api = Client(await app.SwapSessionAsync(session));
        var made = await (await api.PostAsJsonAsync("/api/v1/access-tokens", new CreateAccessTokenRequest("Script", [Permissions.CapturesWrite], 1))).Content.ReadFromJsonAsync<CreatedAccessTokenResponse>();

        await PutAsync(api, new("CH", "fr"), "\"1\"");

        var received = await app.SwapSessionAsync(session, "mail-worker");
        Assert.Equal("fr-CH", LocaleOf(received));
        Assert.Equal("fr-CH", LocaleOf(await app.SwapAccessTokenAsync(made!.Token, "mail-worker")));
        Assert.Equal("fr-CH", LocaleOf(await app.ExchangeJwtAsync("mail-worker", received.Token, "contacts")));
    }

    [Fact]
    public async Task Without_the_permission_settings_can_be_read_and_not_changed()
    {
        using var api = await app.ApiOfAsync(await app.AddPersonAsync(permissions: [Permissions.ProfileRead]));

        await AssertProblemAsync(await PutAsync(api, Austrian, "\"1\""), 403, "forbidden");

        Assert.Equal(new OrganizationSettings("DE", "de"), await api.GetFromJsonAsync<OrganizationSettings>(Path));
    }

    [Fact]
    public async Task Without_the_profile_settings_cannot_be_read()
    {
        using var api = await app.ApiOfAsync(await app.AddPersonAsync(permissions: [Permissions.OrganizationManage]));
        await AssertProblemAsync(await api.GetAsync(Path), 403, "forbidden");
    }

    [Fact]
    public async Task Another_organization_neither_sees_the_change_nor_is_changed()
    {
        using var own = await app.ApiOfAsync(await app.AddPersonAsync());
        using var other = await app.ApiOfAsync(await app.AddPersonAsync());

        await PutAsync(own, Austrian, "\"1\"");

        var seen = await other.GetAsync(Path);
        Assert.Equal(new OrganizationSettings("DE", "de"), await seen.Content.ReadFromJsonAsync<OrganizationSettings>());
        Assert.Equal("\"1\"", seen.Headers.ETag!.Tag);
    }

    [Theory]
    [InlineData("\"7\"", 412, "version-stale")]
    [InlineData("W/\"1\"", 412, "version-stale")]
    [InlineData("*", 428, "if-match-missing")]
    [InlineData(null, 428, "if-match-missing")]
    public async Task A_change_of_another_version_changes_nothing(string? ifMatch, int status, string code)
    {
        var person = await app.AddPersonAsync();
        using var api = await app.ApiOfAsync(person);

        await AssertProblemAsync(await PutAsync(api, Austrian, ifMatch), status, code);

        Assert.Equal("DE", (await api.GetFromJsonAsync<OrganizationSettings>(Path))!.Region);
        Assert.DoesNotContain(await app.AuditOfAsync(person), entry => entry.Action == "organization.settings-changed");
    }

    [Fact]
    public async Task Of_two_changes_at_once_one_is_refused()
    {
        using var api = await app.ApiOfAsync(await app.AddPersonAsync());

        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => PutAsync(api, Austrian, "\"1\"")));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.StatusCode != HttpStatusCode.OK), answer => Assert.Equal(HttpStatusCode.PreconditionFailed, answer.StatusCode));
    }

    [Theory]
    [InlineData("de", "de", "region")]
    [InlineData("XX", "de", "region")]
    [InlineData("DEU", "de", "region")]
    [InlineData("", "de", "region")]
    [InlineData("DE", "DE", "language")]
    [InlineData("DE", "xx", "language")]
    [InlineData("DE", "de-DE", "language")]
    [InlineData("Germany", "German", "language region")]
    public async Task Every_unknown_code_is_named_at_its_field(string region, string language, string fields)
    {
        using var api = await app.ApiOfAsync(await app.AddPersonAsync());

        var problem = await AssertProblemAsync(await PutAsync(api, new(region, language), "\"1\""), 400, "validation-failed");

        Assert.Equal(fields, string.Join(' ', problem.GetProperty("errors").EnumerateObject().Select(error => error.Name).Order()));
        Assert.Equal("\"1\"", (await api.GetAsync(Path)).Headers.ETag!.Tag);
    }

    [Fact]
    public void The_codes_are_those_of_the_standards()
    {
        Assert.Equal(249, IsoCodes.Regions.Count);
        Assert.Equal(183, IsoCodes.Languages.Count);
        // Kosovo has a code by custom, Ascension and Tristan da Cunha are reserved: none of them is in ISO 3166-1.
        Assert.Empty(PhoneNumberUtil.GetInstance().GetSupportedRegions().Except(IsoCodes.Regions).Except(["XK", "AC", "TA"]));
    }

    private HttpClient Client(Exchanged token) => app.Host.ClientOf("gateway", token.Token);

    private static string? LocaleOf(Exchanged token) => token.Claims.GetProperty("locale").GetString();

    private static Task<HttpResponseMessage> PutAsync(HttpClient api, OrganizationSettings settings, string? ifMatch)
    {
        var request = new HttpRequestMessage(HttpMethod.Put, Path) { Content = JsonContent.Create(settings) };
        if (ifMatch is not null) request.Headers.TryAddWithoutValidation("If-Match", ifMatch);
        return api.SendAsync(request);
    }

    private static async Task<JsonElement> AssertProblemAsync(HttpResponseMessage response, int status, string code)
    {
        var problem = await response.Content.ReadFromJsonAsync<JsonElement>();
        Assert.Equal((status, code), ((int)response.StatusCode, problem.GetProperty("code").GetString()));
        Assert.NotEmpty(problem.GetProperty("detail").GetString()!);
        return problem;
    }
}
