using System.Net;
using Signet.Contracts;

namespace Signet.Services.Tests.Contacts;

public sealed class ListsTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    [Fact]
    public async Task A_new_organisation_finds_its_first_list()
    {
        var anna = app.NewOrganization();
        var list = Assert.Single(await anna.ListsAsync());
        Assert.Equal(("My contacts", 0), (list.Name, list.ContactCount));
        Assert.Equal(list, Assert.Single(await anna.Colleague().ListsAsync()));
    }

    [Fact]
    public async Task The_first_list_is_made_once_however_many_ask()
    {
        var anna = app.NewOrganization();
        var answers = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => anna.ListsAsync()));
        Assert.Single(answers.Select(lists => Assert.Single(lists).Id).Distinct());
    }

    [Fact]
    public async Task A_list_is_created_and_counts_its_contacts()
    {
        var anna = app.NewOrganization();
        var fair = await anna.NewListAsync("  Messe 2026 ");
        Assert.Equal("Messe 2026", fair.Name);
        await anna.SaveAsync(Some.Last("Muster"));
        var gone = await anna.SaveAsync(Some.Last("Fiktiv"));
        (await anna.DeleteAsync(gone.Id, "\"1\"")).Is(HttpStatusCode.NoContent);
        Assert.Equal(fair with { ContactCount = 1 }, Assert.Single(await anna.ListsAsync()));
    }

    [Fact]
    public async Task A_name_that_is_taken_is_refused_in_any_case()
    {
        var anna = app.NewOrganization();
        await anna.NewListAsync("Vertrieb Süd");
        (await anna.PostAsync("/api/v1/lists", new CreateListRequest("VERTRIEB SÜD"))).Refuses(HttpStatusCode.Conflict, "list-exists");
        await app.NewOrganization().NewListAsync("Vertrieb Süd");
    }

    [Theory]
    [InlineData("", "no value")]
    [InlineData("a\u0007b", "U+0007")]
    [InlineData("a\u202Eb", "U+202E")]
    public async Task A_name_that_cannot_be_shown_is_refused(string name, string reason) =>
        (await app.NewOrganization().PostAsync("/api/v1/lists", new CreateListRequest(name))).RefusesValue("name", reason);

    [Fact]
    public async Task An_overlong_name_is_refused() =>
        (await app.NewOrganization().PostAsync("/api/v1/lists", new CreateListRequest(new string('a', 129)))).RefusesValue("name", "the limit is 128");

    [Fact]
    public async Task Lists_of_another_organisation_are_not_seen()
    {
        var (anna, stranger) = (app.NewOrganization(), app.NewOrganization());
        var list = await anna.NewListAsync("Geheim");
        Assert.DoesNotContain(await stranger.ListsAsync(), other => other.Id == list.Id || other.Name == "Geheim");
    }

    [Fact]
    public async Task A_repeated_request_makes_one_list_and_another_body_under_its_key_is_refused()
    {
        var anna = app.NewOrganization();
        var key = app.NewId().ToString();
        var first = await anna.PostAsync("/api/v1/lists", new CreateListRequest("Einmal"), key);
        var second = await anna.PostAsync("/api/v1/lists", new CreateListRequest("Einmal"), key);
        Assert.Equal(first.Is<ListResponse>(HttpStatusCode.Created), second.Is<ListResponse>(HttpStatusCode.Created));
        (await anna.PostAsync("/api/v1/lists", new CreateListRequest("Zweimal"), key)).Refuses(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        Assert.Single(await anna.ListsAsync());
    }

    [Fact]
    public async Task A_request_without_a_key_is_told_to_bring_one() =>
        (await app.NewOrganization().PostAsync("/api/v1/lists", new CreateListRequest("Ohne"), key: null)).Refuses(HttpStatusCode.BadRequest, "idempotency-key-missing");
}
