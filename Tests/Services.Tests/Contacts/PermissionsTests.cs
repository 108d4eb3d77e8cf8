using System.Net;
using Signet.Contracts;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

public sealed class PermissionsTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    public static TheoryData<string, string, string, string> Routes => new()
    {
        { "GET", "/api/v1/lists", Permissions.ListsRead, "gateway" },
        { "POST", "/api/v1/lists", Permissions.ListsWrite, "gateway" },
        { "GET", "/api/v1/drafts/ID", Permissions.ContactsRead, "gateway" },
        { "DELETE", "/api/v1/drafts/ID", Permissions.ContactsWrite, "gateway" },
        { "POST", "/api/v1/contacts", Permissions.ContactsWrite, "gateway" },
        { "GET", "/api/v1/contacts/ID", Permissions.ContactsRead, "gateway" },
        { "PUT", "/api/v1/contacts/ID", Permissions.ContactsWrite, "gateway" },
        { "DELETE", "/api/v1/contacts/ID", Permissions.ContactsWrite, "gateway" },
        { "POST", "/api/v1/contacts/search", Permissions.ContactsRead, "gateway" },
        { "POST", "/api/v1/duplicates", Permissions.ContactsRead, "gateway" },
        { "POST", "/internal/drafts", Permissions.CapturesWrite, "mail-worker" },
    };

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Without_its_permission_a_route_is_closed(string method, string path, string permission, string caller)
    {
        var anna = app.NewOrganization();
        (await SendAsync(anna.Without(permission), method, path, caller)).Refuses(HttpStatusCode.Forbidden, "forbidden");
        Assert.NotEqual(HttpStatusCode.Forbidden, (await SendAsync(anna, method, path, caller)).Status);
    }

    [Theory]
    [MemberData(nameof(Routes))]
    public async Task Another_caller_is_refused_whatever_the_token_says(string method, string path, string permission, string caller)
    {
        Assert.NotNull(permission);
        var other = caller == "gateway" ? "mail-worker" : "gateway";
        (await SendAsync(app.NewOrganization(), method, path, other)).Refuses(HttpStatusCode.Forbidden, "caller-refused");
    }

    private Task<Answer> SendAsync(Person person, string method, string path, string caller)
    {
        object? body = (method, path) switch
        {
            ("POST", "/api/v1/lists") => new CreateListRequest("Neu"),
            ("POST", "/api/v1/contacts") => new SaveContactRequest(null, app.NewId(), Person.Choices(Last("Neu"))),
            ("POST", "/api/v1/contacts/search") => new SearchContactsRequest("x"),
            ("POST", "/api/v1/duplicates") => new FindDuplicatesRequest([new(FieldKind.LastName, "x")]),
            ("POST", "/internal/drafts") => Person.DraftOf(Last("Neu")),
            ("PUT", _) => new UpdateContactRequest(app.NewId(), [new UpdateContactField(null, FieldKind.LastName, "Neu")]),
            _ => null,
        };
        return person.SendAsync(new HttpMethod(method), path.Replace("ID", app.NewId().ToString(), StringComparison.Ordinal), body, "\"1\"", caller: caller);
    }
}
