using System.Net;
using Signet.Contracts;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

public sealed class SearchTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    [Theory]
    [InlineData("müller")]
    [InlineData("Mueller")]
    [InlineData("muller")]
    [InlineData("Mulelr")]
    [InlineData("anna mü")]
    [InlineData("antriebstechnick")]
    [InlineData("069 9000 94")]
    [InlineData("anna.m@antriebe.example.com")]
    [InlineData("koeln")]
    public async Task A_saved_contact_is_found_by_the_next_search(string typed)
    {
        var anna = app.NewOrganization();
        await anna.SaveAsync(First("Anna"), Last("Müller"), Company("Beispiel Antriebstechnik GmbH"), Email("anna.m@antriebe.example.com"), Phone("+496990009420"), City("Köln"));
        await anna.SaveAsync(First("Otto"), Last("Normal"), Company("Fiktiv AG"), City("Bonn"));
        var found = Assert.Single((await anna.SearchAsync(typed)).Items);
        Assert.Equal(("Anna Müller", "Beispiel Antriebstechnik GmbH", "anna.m@antriebe.example.com", "+496990009420", "Köln"), (found.DisplayName, found.Company, found.Email, found.Phone, found.City));
    }

    [Theory]
    [InlineData("schmidt")]
    [InlineData("anna schmidt")]
    [InlineData("030 1234567")]
    [InlineData("%")]
    [InlineData("' or 1=1 --")]
    public async Task What_fits_nobody_finds_nobody(string typed)
    {
        var anna = app.NewOrganization();
        await anna.SaveAsync(First("Anna"), Last("Müller"), Phone("+496990009420"));
        var answer = await anna.SearchAsync(typed);
        Assert.Empty(answer.Items);
        Assert.Equal((0, null), (answer.Total, answer.NextCursor));
    }

    [Fact]
    public async Task The_best_fit_stands_first_and_equal_ones_by_name()
    {
        var anna = app.NewOrganization();
        foreach (var name in new[] { "Winterberg", "Wintre", "Zoe Winter", "Adam Winter" })
            await anna.SaveAsync([.. name.Split(' ') is [var first, var last] ? [First(first), Last(last)] : new[] { Last(name) }]);
        await anna.SaveAsync(Last("Sommer"), Company("Winter AG"));
        Assert.Equal(["Adam Winter", "Zoe Winter", "Sommer", "Winterberg", "Wintre"], await anna.FindAsync("winter"));
    }

    [Fact]
    public async Task Without_a_query_everybody_is_listed_by_name()
    {
        var anna = app.NewOrganization();
        foreach (var name in new[] { "Zeta", "Ähre", "Alpha", "Özil" }) await anna.SaveAsync(Last(name));
        await anna.SaveAsync(Title("Dr."), Last("Beta"));
        Assert.Equal(["Ähre", "Alpha", "Dr. Beta", "Özil", "Zeta"], await anna.FindAsync(" "));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("muster")]
    public async Task Pages_show_each_contact_once_and_in_order(string? query)
    {
        var anna = app.NewOrganization();
        for (var number = 0; number < 23; number++) await anna.SaveAsync(First($"A{number % 7}"), Last("Muster"));
        var whole = await anna.SearchAsync(query, limit: 200);
        Assert.Equal((23, 23, null), (whole.Total, whole.Items.Count, whole.NextCursor));

        List<Guid> paged = [];
        for (string? cursor = null; ;)
        {
            var page = await anna.SearchAsync(query, cursor: cursor, limit: 5);
            Assert.Equal(23, page.Total);
            paged.AddRange(page.Items.Select(contact => contact.Id));
            if ((cursor = page.NextCursor) is null) break;
        }
        Assert.Equal(whole.Items.Select(contact => contact.Id), paged);
    }

    [Fact]
    public async Task A_cursor_is_good_for_its_search_and_its_organisation_only()
    {
        var (anna, stranger) = (app.NewOrganization(), app.NewOrganization());
        foreach (var person in new[] { anna, stranger })
            for (var number = 0; number < 3; number++) await person.SaveAsync(Last("Muster"));
        var cursor = (await anna.SearchAsync("muster", limit: 1)).NextCursor!;
        Assert.DoesNotContain("muster", cursor, StringComparison.OrdinalIgnoreCase);
        (await anna.TrySearchAsync("mustermann", cursor: cursor)).RefusesValue("cursor", "no cursor of this search");
        (await anna.TrySearchAsync("muster", listId: (await anna.FirstListAsync()).Id, cursor: cursor)).RefusesValue("cursor", "no cursor of this search");
        (await stranger.TrySearchAsync("muster", cursor: cursor)).RefusesValue("cursor", "no cursor of this search");
        (await anna.TrySearchAsync("muster", cursor: "AAAA")).RefusesValue("cursor", "no cursor of this search");
        (await anna.TrySearchAsync("muster", cursor: cursor)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_list_narrows_the_search()
    {
        var anna = app.NewOrganization();
        var first = await anna.FirstListAsync();
        var fair = await anna.NewListAsync("Ausstellung");
        await anna.PostAsync("/api/v1/contacts", new SaveContactRequest(null, first.Id, Person.Choices(First("A"), Last("Muster"))));
        await anna.PostAsync("/api/v1/contacts", new SaveContactRequest(null, fair.Id, Person.Choices(First("B"), Last("Muster"))));
        Assert.Equal("B Muster", Assert.Single((await anna.SearchAsync("muster", fair.Id)).Items).DisplayName);
        Assert.Equal("B Muster", Assert.Single((await anna.SearchAsync(null, fair.Id)).Items).DisplayName);
        Assert.Equal(2, (await anna.SearchAsync("muster")).Total);
        (await anna.TrySearchAsync("muster", app.NewId())).Refuses(HttpStatusCode.NotFound, "list-not-found");
    }

    [Fact]
    public async Task A_search_that_asks_too_much_is_told_so()
    {
        var anna = app.NewOrganization();
        (await anna.TrySearchAsync("a", limit: 0)).RefusesValue("limit", "between 1 and 200");
        (await anna.TrySearchAsync("a", limit: 201)).RefusesValue("limit", "between 1 and 200");
        (await anna.TrySearchAsync(new string('a', 201))).RefusesValue("query", "the limit is 200");
        (await anna.TrySearchAsync(new string('ﷺ', 200))).Is(HttpStatusCode.OK);
    }
}
