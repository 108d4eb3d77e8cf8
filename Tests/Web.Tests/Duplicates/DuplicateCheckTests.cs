using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components;
using Signet.Contracts;
using Signet.Web.Capture;
using Signet.Web.Contacts;
using Signet.Web.Duplicates;

namespace Signet.Web.Tests.Duplicates;

/// <summary>While a person types: asked once a moment after the last change, and only when the answer could be another one.</summary>
public sealed class DuplicateCheckTests : WebContext
{
    private const string Ask = "POST /api/v1/duplicates";

    private static readonly ContactResponse Stored = Sample.Contact(3, Sample.Stored(FieldKind.FirstName, "Klara"), Sample.Stored(FieldKind.LastName, "Muster"), Sample.Stored(FieldKind.JobTitle, "Buyer"));

    public DuplicateCheckTests() => Server.On("GET /api/v1/me", Sample.Me).On("GET /api/v1/lists", Sample.Lists).On($"GET /api/v1/contacts/{Stored.Id}", Stored).On(Ask, Answer(Sample.Candidate("Klara Mueller")));

    [Fact]
    public async Task What_is_typed_by_hand_is_looked_for_a_moment_after_the_last_key()
    {
        var page = New();

        foreach (var typed in new[] { "M", "Mu", "Mül", "Müller" })
        {
            await TypeAsync(page, "Last name", typed);
            Clock.Advance(DuplicateWatch.Pause / 2);
        }
        Assert.Empty(Asked());
        Clock.Advance(DuplicateWatch.Pause / 2);

        page.WaitForElement(".dup");
        Assert.Equal([new(FieldKind.LastName, "Müller")], Assert.Single(Asked()).Fields);
        Assert.Contains("Klara Mueller", page.Find(".dup").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_first_name_and_a_town_alone_are_not_looked_for()
    {
        var page = New();
        await TypeAsync(page, "First name", "Klara");
        await TypeAsync(page, "Position", "Buyer");
        Clock.Advance(DuplicateWatch.Pause);
        Assert.Empty(Asked());
    }

    [Fact]
    public async Task A_position_changes_nothing_so_nothing_is_asked_again()
    {
        var page = New();
        await TypeAsync(page, "Last name", "Müller");
        Clock.Advance(DuplicateWatch.Pause);
        page.WaitForElement(".dup");

        await TypeAsync(page, "Position", "Buyer");
        await TypeAsync(page, "Last name", " Müller ");
        Clock.Advance(DuplicateWatch.Pause);

        Assert.Single(Asked());
        Assert.Single(page.FindAll(".dup .one"));
    }

    [Fact]
    public async Task Who_may_not_read_contacts_asks_nothing_and_sees_nothing()
    {
        Server.On("GET /api/v1/me", Sample.Me with { Permissions = [.. Permissions.All.Except([Permissions.ContactsRead])] });
        var page = New();
        await TypeAsync(page, "Last name", "Müller");
        Clock.Advance(DuplicateWatch.Pause);
        Assert.Empty(Asked());
        Assert.Empty(page.FindAll(".dup"));
    }

    [Fact]
    public async Task A_corrected_draft_is_looked_for_again()
    {
        var page = await DraftAsync(Sample.Capture(Sample.Field(FieldKind.LastName, "Muller", .99), Sample.Field(FieldKind.JobTitle, "Buyer", .99)));
        Assert.Empty(page.FindAll(".dup"));

        await TypeAsync(page, "Last name", "Mueller");
        Clock.Advance(DuplicateWatch.Pause);

        page.WaitForElement(".dup");
        Assert.Equal([new(FieldKind.LastName, "Mueller")], Assert.Single(Asked()).Fields);
        Assert.Null(Asked()[0].Except);
    }

    [Fact]
    public async Task An_untouched_draft_asks_nothing_because_its_capture_has_said_it()
    {
        var page = await DraftAsync(Sample.Capture(Sample.Field(FieldKind.LastName, "Müller", .99)) with { Duplicates = [Sample.Candidate("Klara Mueller")] });
        Clock.Advance(DuplicateWatch.Pause);
        Assert.Single(page.FindAll(".dup .one"));
        Assert.Empty(Asked());
    }

    [Fact]
    public async Task What_the_capture_has_said_is_back_when_the_correction_is_taken_back()
    {
        Server.On(Ask, Answer());
        var page = await DraftAsync(Sample.Capture(Sample.Field(FieldKind.LastName, "Müller", .99)) with { Duplicates = [Sample.Candidate("Klara Mueller")] });
        await TypeAsync(page, "Last name", "Beispiel");
        Clock.Advance(DuplicateWatch.Pause);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".dup")));

        await TypeAsync(page, "Last name", "Müller");

        page.WaitForElement(".dup");
        Assert.Single(Asked());
    }

    [Fact]
    public async Task A_contact_being_edited_is_no_duplicate_of_itself()
    {
        var page = Edit();

        await TypeAsync(page, "Last name", "Müller");
        Clock.Advance(DuplicateWatch.Pause);

        page.WaitForElement(".dup");
        Assert.Equal(Stored.Id, Assert.Single(Asked()).Except);
    }

    [Fact]
    public void An_edit_that_has_not_begun_asks_nothing()
    {
        Edit();
        Clock.Advance(DuplicateWatch.Pause);
        Assert.Empty(Asked());
    }

    [Fact]
    public async Task What_was_found_goes_when_nothing_is_left_to_look_for()
    {
        var page = New();
        await TypeAsync(page, "Last name", "Müller");
        Clock.Advance(DuplicateWatch.Pause);
        page.WaitForElement(".dup");

        await TypeAsync(page, "Last name", "");

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(".dup")));
        Assert.Equal(Words["Duplicates_Said_None"], page.Find("p[role=status]").TextContent);
    }

    private static FindDuplicatesResponse Answer(params DuplicateCandidate[] candidates) => new(candidates);

    private List<FindDuplicatesRequest> Asked() => [.. Server.Sent.Where(request => request.Line == Ask).Select(request => request.Read<FindDuplicatesRequest>())];

    private IRenderedComponent<NewContactPage> New() => Render<NewContactPage>();

    private IRenderedComponent<EditPage> Edit()
    {
        var page = Render<EditPage>(p => p.Add(e => e.Id, Stored.Id));
        page.WaitForElement(".form .f");
        return page;
    }

    private async Task<IRenderedComponent<DraftPage>> DraftAsync(CaptureResponse capture)
    {
        Server.On("POST /api/v1/captures/mail", capture, HttpStatusCode.Created);
        await Get<CaptureDesk>().ReadTextAsync("any");
        var page = Render<DraftPage>(p => p.Add(d => d.DraftId, capture.DraftId));
        page.WaitForElement(".capt");
        return page;
    }

    private static Task TypeAsync<T>(IRenderedComponent<T> page, string field, string value) where T : IComponent
    {
        var label = page.FindAll(".f > label").Single(label => label.TextContent == field);
        return page.Find($"#{label.GetAttribute("for")}").InputAsync(value);
    }
}
