using Signet.Contracts;
using Signet.Web.Shell;

namespace Signet.Web.Tests.Shell;

public sealed class SessionTests : WebContext
{
    [Fact]
    public async Task Contacts_that_do_not_answer_take_neither_the_person_nor_the_organisation_away()
    {
        Server.On("GET /api/v1/me", Sample.Me).Fails("GET /api/v1/lists", 503, "service-unavailable");
        var session = Get<Session>();

        await session.EnsureAsync();

        Assert.Equal("Musterwerke", session.Me!.Organization.Name);
        Assert.Equal("service-unavailable", session.Problem!.Code);
        Assert.Null(session.FirstList);
    }

    [Fact]
    public async Task A_contact_goes_into_the_oldest_list_and_a_new_one_with_an_earlier_name_does_not_change_that()
    {
        ListResponse newer = new(new("0193f000-0000-7000-8000-0000000000ff"), "A new list", 0);
        Server.On("GET /api/v1/me", Sample.Me).On("GET /api/v1/lists", new ListsResponse([newer, .. Sample.Lists.Items]));
        var session = Get<Session>();

        await session.EnsureAsync();

        Assert.Equal(Sample.List, session.FirstList);
    }
}
