using System.Net;
using Bunit;
using Microsoft.AspNetCore.Components;
using Signet.Contracts;
using Signet.Web.Capture;

namespace Signet.Web.Tests.Capture;

public sealed class DraftPageTests : WebContext
{
    private const string Save = "POST /api/v1/contacts";

    public DraftPageTests() => Server.On("GET /api/v1/me", Sample.Me).On("GET /api/v1/lists", Sample.Lists);

    [Fact]
    public async Task Two_steps_lead_from_the_text_to_the_saved_contact()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.FirstName, "Klara", .99, "Klara"), Sample.Field(FieldKind.Email, "k.muster@antriebe.example.com", .99));
        Server.On(Save, Sample.Contact(), HttpStatusCode.Created);

        await SaveAsync(page);

        var sent = Server.Sent.Single(request => request.Line == Save);
        Assert.Equal("1", sent.Headers["Signet-Request"]);
        Assert.True(Guid.TryParse(sent.Headers["Idempotency-Key"], out _));
        var body = sent.Read<SaveContactRequest>();
        Assert.Equal(Sample.List, body.ListId);
        Assert.All(body.Fields, field => Assert.NotNull(field.DraftFieldId));
        Assert.EndsWith("capture", Get<NavigationManager>().Uri, StringComparison.Ordinal);
        Assert.Null(Get<CaptureDesk>().Current); // the text is dropped
    }

    [Fact]
    public async Task The_same_attempt_keeps_its_key_and_a_changed_one_gets_another()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.FirstName, "Klara", .99));
        Server.Fails(Save, 503, "service-unavailable");

        await SaveAsync(page);
        await SaveAsync(page);
        await page.Find("input").InputAsync("Clara");
        await SaveAsync(page);

        var keys = Server.Sent.Where(request => request.Line == Save).Select(request => request.Headers["Idempotency-Key"]).ToList();
        Assert.Equal(keys[0], keys[1]);
        Assert.NotEqual(keys[1], keys[2]);
        Assert.Equal("Clara", page.Find("input").GetAttribute("value")); // what was typed is still there
    }

    [Fact]
    public async Task An_error_of_the_server_stands_at_its_field()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.FirstName, "Klara", .99), Sample.Field(FieldKind.Email, "k@x", .99));
        Server.Fails(Save, 400, "validation-failed", new { errors = new Dictionary<string, string[]> { ["fields[1].value"] = ["Needs a domain"] } });

        await SaveAsync(page);

        Assert.Equal("Needs a domain", page.Find(".help.err").TextContent.Trim());
        Assert.Equal("true", page.Find("input[inputmode=email]").GetAttribute("aria-invalid"));
        Assert.Empty(page.FindAll(".note.danger"));
    }

    [Fact]
    public async Task An_address_without_an_at_is_not_sent()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.Email, "k@x", .99));
        await page.Find("input").InputAsync("k(at)x");

        await SaveAsync(page);

        Assert.DoesNotContain(Server.Sent, request => request.Line == Save);
        Assert.Contains(Words["Error_Email"], page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_mark_in_the_text_leads_to_its_field()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.FirstName, "Klara", .99, "Klara"), Sample.Field(FieldKind.JobTitle, "Head of Purchasing", .95, "Head of Purchasing"));
        var focus = JSInterop.Setup<bool>("signet.focus", _ => true).SetResult(true);

        await page.FindAll("mark")[1].ClickAsync(new());

        Assert.Contains(focus.Invocations, call => (string)call.Arguments[0]! == "#field-1");
        Assert.Contains("on", page.FindAll("mark")[1].ClassList);
    }

    [Fact]
    public async Task Contacts_that_may_be_the_same_are_told_before_saving()
    {
        var capture = Sample.Capture(Sample.Field(FieldKind.FirstName, "Klara", .99)) with { Duplicates = [Sample.Candidate("Klara Mustermann", Sample.Reason("mobileSame", 14), Sample.Reason("emailSame", 12))] };
        var page = await OpenAsync(capture);

        Assert.Contains("Same mobile number; same e-mail address.", page.Find(".dup").TextContent, StringComparison.Ordinal);
        Assert.Contains("Klara Mustermann", page.Find("p[role=status]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_draft_of_somebody_new_says_nothing_of_duplicates()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.FirstName, "Klara", .99));
        Assert.Empty(page.FindAll(".dup"));
    }

    [Fact]
    public void After_a_reload_the_fields_are_there_and_the_text_is_not()
    {
        var id = Guid.CreateVersion7(Sample.Then);
        Server.On($"GET /api/v1/drafts/{id}", new DraftResponse(id, SourceKind.Mail, Sample.Then, [new(Guid.CreateVersion7(Sample.Then), FieldKind.FirstName, "Klara", null, .99, "name.signature")], []));

        var page = Render<DraftPage>(p => p.Add(d => d.DraftId, id));

        page.WaitForAssertion(() => Assert.Equal("Klara", page.Find("input").GetAttribute("value")));
        Assert.Contains(Words["TextDropped_Title"], page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_draft_that_is_gone_says_so()
    {
        Server.Fails("GET /api/v1/drafts/", 404, "draft-not-found");
        var page = Render<DraftPage>(p => p.Add(d => d.DraftId, Guid.CreateVersion7(Sample.Then)));
        page.WaitForAssertion(() => Assert.Contains(Words["DraftGone_Title"], page.Markup, StringComparison.Ordinal));
    }

    private Task<IRenderedComponent<DraftPage>> OpenAsync(params CapturedField[] fields) => OpenAsync(Sample.Capture(fields));

    private async Task<IRenderedComponent<DraftPage>> OpenAsync(CaptureResponse capture)
    {
        Server.On("POST /api/v1/captures/mail", capture, HttpStatusCode.Created);
        await Get<CaptureDesk>().ReadTextAsync("any");
        var page = Render<DraftPage>(p => p.Add(d => d.DraftId, capture.DraftId));
        page.WaitForElement(".capt");
        return page;
    }

    private static Task SaveAsync(IRenderedComponent<DraftPage> page) => page.Find("[data-key='Ctrl Enter']").ClickAsync(new());
}
