using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components;
using Signet.Contracts;
using Signet.Web.Contacts;

namespace Signet.Web.Tests.Contacts;

public sealed class EditPageTests : WebContext
{
    private static readonly ContactResponse Started = Sample.Contact(3, Sample.Stored(FieldKind.FirstName, "Klara"), Sample.Stored(FieldKind.JobTitle, "Buyer"));
    private readonly string contact = $"/api/v1/contacts/{Started.Id}";

    public EditPageTests() => Server.On("GET /api/v1/me", Sample.Me).On("GET /api/v1/lists", Sample.Lists).On($"GET {contact}", Started);

    [Fact]
    public async Task An_edit_names_the_version_that_it_started_from()
    {
        Server.On($"PUT {contact}", Started with { Version = 4 });
        var page = Open();
        await page.Find("input").InputAsync("Clara");

        await SaveAsync(page);

        var sent = Server.Sent.Single(request => request.Line.StartsWith("PUT", StringComparison.Ordinal));
        Assert.Equal("\"3\"", sent.Headers["If-Match"]);
        Assert.Equal(["Clara", "Buyer"], sent.Read<UpdateContactRequest>().Fields.Select(field => field.Value));
        Assert.EndsWith($"contacts/{Started.Id}", Get<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_stale_edit_keeps_what_was_typed_and_overwrites_nothing()
    {
        var page = await ConflictAsync();

        Assert.Equal("alert", page.Find(".note").GetAttribute("role"));
        Assert.Contains("Your changes are kept here. Nothing was overwritten.", page.Markup, StringComparison.Ordinal);
        Assert.Equal("Clara", page.Find("input").GetAttribute("value"));
        Assert.Single(Server.Sent, request => request.Line.StartsWith("PUT", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Both_versions_can_be_seen_and_the_choice_is_saved_over_the_newer_one()
    {
        var page = await ConflictAsync();
        await page.FindAll(".note button")[0].ClickAsync(new());
        Assert.Equal(2, page.FindAll("table.both tbody tr").Count);
        Server.On($"PUT {contact}", Started with { Version = 8 });

        await SaveAsync(page);

        var sent = Server.Sent.Last(request => request.Line.StartsWith("PUT", StringComparison.Ordinal));
        Assert.Equal("\"7\"", sent.Headers["If-Match"]);
        Assert.Equal(["Clara", "Head of Purchasing"], sent.Read<UpdateContactRequest>().Fields.Select(field => field.Value));
    }

    [Fact]
    public async Task Saving_again_without_looking_does_not_overwrite()
    {
        var page = await ConflictAsync();

        await SaveAsync(page);

        Assert.All(Server.Sent.Where(request => request.Line.StartsWith("PUT", StringComparison.Ordinal)), sent => Assert.Equal("\"3\"", sent.Headers["If-Match"]));
    }

    [Fact]
    public async Task Mine_can_be_dropped()
    {
        var page = await ConflictAsync();

        await page.FindAll(".note button")[1].ClickAsync(new());

        Assert.Equal(["Klara", "Head of Purchasing"], page.FindAll(".f input").Select(input => input.GetAttribute("value")));
        Assert.Empty(page.FindAll(".note"));
    }

    private async Task<IRenderedComponent<EditPage>> ConflictAsync()
    {
        var current = Started with { Version = 7, Fields = [Started.Fields[0], Started.Fields[1] with { Value = "Head of Purchasing" }] };
        Server.Fails($"PUT {contact}", (int)HttpStatusCode.PreconditionFailed, "version-stale", new { current });
        var page = Open();
        await page.Find("input").InputAsync("Clara");
        await SaveAsync(page);
        return page;
    }

    private IRenderedComponent<EditPage> Open()
    {
        var page = Render<EditPage>(p => p.Add(e => e.Id, Started.Id));
        page.WaitForElement(".form .f");
        return page;
    }

    private static Task SaveAsync(IRenderedComponent<EditPage> page) => page.Find("[data-key='Ctrl Enter']").ClickAsync(new());
}
