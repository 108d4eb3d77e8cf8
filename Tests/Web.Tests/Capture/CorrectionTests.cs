using System.Net;
using Bunit;
using Signet.Contracts;
using Signet.Web.Capture;

namespace Signet.Web.Tests.Capture;

/// <summary>A wrong field is put right by what the person selects in the text, or by another reading.</summary>
public sealed class CorrectionTests : WebContext
{
    private const string Save = "POST /api/v1/contacts";

    public CorrectionTests() => Server.On("GET /api/v1/me", Sample.Me).On("GET /api/v1/lists", Sample.Lists).On(Save, Sample.Contact(), HttpStatusCode.Created);

    [Fact]
    public async Task A_selection_is_offered_to_the_field_that_the_person_is_in_and_becomes_its_value_by_hand()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.Company, "Purchasing", .71, "Purchasing"));
        await page.Find("input").FocusAsync(new());

        await SelectAsync(page, "Head of Purchasing");
        Assert.Contains("Head of Purchasing", page.Find(".selbar .chosen").TextContent, StringComparison.Ordinal);
        await page.Find("[data-take]").ClickAsync(new());

        Assert.Equal("Head of Purchasing", page.Find("input").GetAttribute("value"));
        Assert.Equal("Head of Purchasing", page.Find("mark").TextContent);
        Assert.Equal(Words["Source_Hand"], page.Find(".f > .src").TextContent.Trim());
        Assert.Empty(page.FindAll(".selbar"));
        Assert.Empty(page.FindAll(".alt"));
        await SaveAsync(page);
        Assert.Equal(new FieldChoice(FieldKind.Company, "Head of Purchasing"), Assert.Single(Sent().Fields));
    }

    [Fact]
    public async Task Without_a_take_a_selection_changes_nothing()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.Company, "Purchasing", .99, "Purchasing"));
        await SelectAsync(page, "Head of Purchasing");

        await page.InvokeAsync(() => page.Instance.OnSelected(0, 0));

        Assert.Empty(page.FindAll(".selbar"));
        await SaveAsync(page);
        Assert.NotNull(Assert.Single(Sent().Fields).DraftFieldId);
    }

    [Fact]
    public async Task A_selection_can_go_into_a_field_that_the_draft_does_not_have()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.FirstName, "Klara", .99, "Klara"));
        await SelectAsync(page, "Switchboard 90009-0");

        await page.Find(".pick select").ChangeAsync(nameof(FieldKind.Phone));

        Assert.Equal("90009-0", page.Find("input[type=tel]").GetAttribute("value"));
        Assert.Contains(page.FindAll("mark"), mark => mark.TextContent == "90009-0");
    }

    [Fact]
    public async Task A_selection_can_go_into_any_other_field()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.FirstName, "Klara Muster", .99, "Klara Muster"), Sample.Field(FieldKind.LastName, "Mister", .99));
        await page.Find("input").FocusAsync(new());
        await SelectAsync(page, "Muster");

        await page.Find(".pick select").ChangeAsync("1");

        Assert.Equal(["Klara Muster", "Muster"], page.FindAll(".f input").Select(input => input.GetAttribute("value")));
    }

    [Fact]
    public async Task What_is_no_mail_address_is_marked_as_wrong_and_not_saved()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.Email, "k.muster@example.com", .99));
        await page.Find("input").FocusAsync(new());
        await SelectAsync(page, "Head of Purchasing");

        await page.Find("[data-take]").ClickAsync(new());
        await SaveAsync(page);

        Assert.Equal(Words["Error_Email"], page.Find(".help.err").TextContent.Trim());
        Assert.DoesNotContain(Server.Sent, request => request.Line == Save);
    }

    [Fact]
    public async Task What_is_no_country_leaves_the_country_as_it_was_and_says_so()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.Country, "DE", .99), Sample.Field(FieldKind.FirstName, "Klara", .99));
        await page.Find("#field-0").FocusAsync(new());
        await SelectAsync(page, "Imprint");

        await page.Find("[data-take]").ClickAsync(new());

        Assert.Equal(Words["Error_Country", "Imprint"], page.Find(".help.err").TextContent.Trim());
        Assert.Equal("DE", page.Find("#field-0").GetAttribute("value"));
    }

    [Fact]
    public async Task A_reading_that_lost_can_be_chosen_and_the_first_one_taken_back()
    {
        var read = Sample.Field(FieldKind.Company, "Head of Purchasing", .95, "Head of Purchasing") with { Alternatives = [new("Imprint", .41, "company.position", Sample.Range("Imprint"))] };
        var page = await OpenAsync(read);
        Assert.Equal([Words["DidYouMean"], "Imprint · 41%"], Options(page));

        await page.Find(".others select").ChangeAsync("0");

        Assert.Equal("Imprint", page.Find("input").GetAttribute("value"));
        Assert.Equal("Imprint", page.Find("mark").TextContent);
        Assert.Equal([Words["DidYouMean"], "Head of Purchasing · 95%"], Options(page));

        await page.Find(".others select").ChangeAsync("0");

        Assert.Equal("Head of Purchasing", page.Find("mark").TextContent);
        await SaveAsync(page);
        Assert.Equal(read.Id, Assert.Single(Sent().Fields).DraftFieldId);
    }

    [Fact]
    public async Task A_chosen_reading_is_the_persons()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.Company, "Beispiel", .95) with { Alternatives = [new("Beispiel GmbH", .41, "company.legal-form", null)] });

        await page.Find(".others select").ChangeAsync("0");
        await SaveAsync(page);

        Assert.Equal(new FieldChoice(FieldKind.Company, "Beispiel GmbH"), Assert.Single(Sent().Fields));
    }

    [Fact]
    public async Task A_field_with_one_reading_offers_no_others()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.Company, "Beispiel", .95));
        Assert.Empty(page.FindAll(".others"));
    }

    [Fact]
    public async Task A_typed_value_can_be_taken_back()
    {
        var page = await OpenAsync(Sample.Field(FieldKind.Company, "Beispiel", .95));
        await page.Find("input").InputAsync("Anders");

        await page.Find(".others select").ChangeAsync("0");

        Assert.Equal("Beispiel", page.Find("input").GetAttribute("value"));
        Assert.Empty(page.FindAll(".others"));
    }

    private SaveContactRequest Sent() => Server.Sent.Single(request => request.Line == Save).Read<SaveContactRequest>();

    private static IEnumerable<string> Options(IRenderedComponent<DraftPage> page) => page.FindAll(".others option").Select(option => option.TextContent);

    private static Task SelectAsync(IRenderedComponent<DraftPage> page, string part)
    {
        var range = Sample.Range(part);
        return page.InvokeAsync(() => page.Instance.OnSelected(range.Start, range.Length));
    }

    private async Task<IRenderedComponent<DraftPage>> OpenAsync(params CapturedField[] fields)
    {
        var capture = Sample.Capture(fields);
        Server.On("POST /api/v1/captures/mail", capture, HttpStatusCode.Created);
        await Get<CaptureDesk>().ReadTextAsync("any");
        var page = Render<DraftPage>(p => p.Add(d => d.DraftId, capture.DraftId));
        page.WaitForElement(".capt");
        return page;
    }

    private static Task SaveAsync(IRenderedComponent<DraftPage> page) => page.Find("[data-key='Ctrl Enter']").ClickAsync(new());
}
