using Bunit;
using Signet.Contracts;
using Signet.Web.Duplicates;

namespace Signet.Web.Tests.Duplicates;

public sealed class DuplicatesViewTests : WebContext
{
    [Fact]
    public void A_candidate_says_how_likely_it_is_why_and_where()
    {
        var view = Open(Sample.Candidate("Klara Mueller", Sample.Reason("mobileSame", 14.2, "+491713920042"), Sample.Reason("lastNameSimilar", 6.1, "Müller", "Mueller"), Sample.Reason("companyDifferent", -2.5)) with { Score = 4, Company = "Muster AG" });

        Assert.Equal("Klara Mueller", view.Find(".dup-name .bb").TextContent);
        Assert.Equal("94% the same", view.Find(".mud-chip").TextContent.Trim());
        Assert.Contains("mud-chip-color-warning", view.Find(".mud-chip").ClassList);
        Assert.Equal(["Same mobile number; last name spelled differently: Müller / Mueller; other company.", "Muster AG, in “South sales”"], view.FindAll(".said p").Select(line => line.TextContent));
        Assert.Equal($"contacts/{view.Instance.Candidates[0].ContactId}", view.Find("a").GetAttribute("href"));
        Assert.Equal("_blank", view.Find("a").GetAttribute("target"));
    }

    [Fact]
    public void A_candidate_that_may_be_another_is_quieter()
    {
        var view = Open(Sample.Candidate("Klara Muster") with { Answer = DuplicateAnswer.Maybe, Score = -.6 });
        Assert.Equal("maybe, 40%", view.Find(".mud-chip").TextContent.Trim());
        Assert.DoesNotContain("mud-chip-color-warning", view.Find(".mud-chip").ClassList);
    }

    [Fact]
    public void Every_reason_is_there_with_its_bits_when_somebody_asks_why()
    {
        var view = Open(Sample.Candidate("Klara Mueller", Sample.Reason("phoneSame", 8.14, "+496990009417") with { Sharers = 41 }, Sample.Reason("firstNameDifferent", -6.7, "Eva", "Klara")) with { Score = 4 });

        Assert.Equal("Why 94%", view.Find(".why summary").TextContent);
        Assert.False(view.Find(".why").HasAttribute("open"));
        Assert.Equal(
            [["Same phone number", "41 contacts share it", "+\u00a08.1"], ["Other first name", "Eva / Klara", "−\u00a06.7"]],
            view.FindAll(".reasons li").Select(reason => reason.QuerySelectorAll("span").Select(part => part.TextContent).ToArray()));
    }

    [Fact]
    public void Of_many_the_first_three_are_open_and_the_others_one_step_away()
    {
        var view = Open([.. Enumerable.Range(1, 5).Select(number => Sample.Candidate($"Klara {number}"))]);
        Assert.Equal(3, view.FindAll(".dup > .one").Count);
        Assert.Equal("2 more", view.Find(".others-too > summary").TextContent);
        Assert.Equal(["Klara 4", "Klara 5"], view.FindAll(".others-too .dup-name .bb").Select(name => name.TextContent));
    }

    [Fact]
    public void Three_are_all_open()
    {
        var view = Open([.. Enumerable.Range(1, 3).Select(number => Sample.Candidate($"Klara {number}"))]);
        Assert.Equal(3, view.FindAll(".dup > .one").Count);
        Assert.Empty(view.FindAll(".others-too"));
    }

    [Fact]
    public void One_key_opens_the_likeliest_and_every_link_says_what_it_opens()
    {
        var view = Open(Sample.Candidate("Klara Mueller"), Sample.Candidate("Eva Mueller"));
        Assert.Contains("Klara Mueller", Assert.Single(view.FindAll("[data-key=M]")).TextContent, StringComparison.Ordinal);
        Assert.Equal(["Open, Klara Mueller, in a new tab", "Open, Eva Mueller, in a new tab"], view.FindAll("a .sg-text").Select(link => link.TextContent));
    }

    [Fact]
    public void What_is_said_aloud_changes_only_with_who_is_named()
    {
        var view = Open(Sample.Candidate("Klara Mueller") with { Score = 4 });
        var said = view.Find("p[role=status]").TextContent;
        Assert.Equal("Possible duplicate: Klara Mueller", said);

        view.Render(p => p.Add(v => v.Candidates, [Sample.Candidate("Klara Mueller") with { Score = 5 }]));
        Assert.Equal(said, view.Find("p[role=status]").TextContent);

        view.Render(p => p.Add(v => v.Candidates, [Sample.Candidate("Klara Mueller"), Sample.Candidate("Eva Mueller")]));
        Assert.Equal("2 possible duplicates: Klara Mueller, Eva Mueller", view.Find("p[role=status]").TextContent);
    }

    [Fact]
    public void Nobody_found_is_nothing_to_say()
    {
        var view = Open();
        Assert.Empty(view.FindAll(".dup"));
        Assert.Equal("", view.Find("p[role=status]").TextContent);
    }

    private IRenderedComponent<DuplicatesView> Open(params DuplicateCandidate[] candidates) => Render<DuplicatesView>(p => p.Add(view => view.Candidates, candidates));
}
