using Bunit;
using Signet.Web.Api;
using Signet.Web.Components;

namespace Signet.Web.Tests.Components;

public sealed class ProblemViewTests : WebContext
{
    private static readonly Dictionary<string, string[]> None = [];

    [Fact]
    public void A_known_code_has_words_of_ours()
    {
        var view = Render<ProblemView>(p => p.Add(v => v.Problem, new Problem(422, "no-contact-found", "Server title", "Server detail", null, None)));

        Assert.Contains(Words["Problem_no-contact-found_Title"], view.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Server title", view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void An_unknown_code_shows_what_the_server_said()
    {
        var view = Render<ProblemView>(p => p.Add(v => v.Problem, new Problem(409, "something-new", "Server title", "Server detail", null, None)));

        Assert.Contains("Server title", view.Markup, StringComparison.Ordinal);
        Assert.Contains("Server detail", view.Markup, StringComparison.Ordinal);
        Assert.Equal("alert", view.Find(".note").GetAttribute("role"));
    }

    [Fact]
    public void The_trace_can_be_copied()
    {
        var copy = JSInterop.Setup<bool>("signet.copy", "4bf92f3577b34da6").SetResult(true);
        var view = Render<ProblemView>(p => p.Add(v => v.Problem, new Problem(500, "unknown", null, null, "4bf92f3577b34da6", None)));

        view.Find("button").Click();

        Assert.Single(copy.Invocations);
        Assert.Contains(Words["Copied"], view.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_passing_problem_tries_again_after_ten_seconds()
    {
        var tries = 0;
        var view = Render<ProblemView>(p => p.Add(v => v.Problem, Problem.Of(503, "service-unavailable")).Add(v => v.OnRetry, () => tries++).Add(v => v.KeepsInput, true));
        Assert.Contains("Next try in 10 s", view.Markup, StringComparison.Ordinal);
        Assert.Contains(Words["InputKept"], view.Markup, StringComparison.Ordinal);

        Clock.Advance(TimeSpan.FromSeconds(9));
        view.WaitForAssertion(() => Assert.Contains("Next try in 1 s", view.Markup, StringComparison.Ordinal));
        Assert.Equal(0, tries);

        Clock.Advance(TimeSpan.FromSeconds(1));
        view.WaitForAssertion(() => Assert.Equal(1, tries));
    }

    [Fact]
    public void A_lasting_problem_does_not_try_by_itself()
    {
        var tries = 0;
        var view = Render<ProblemView>(p => p.Add(v => v.Problem, Problem.Of(403, "forbidden")).Add(v => v.OnRetry, () => tries++));

        Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.DoesNotContain("Next try", view.Markup, StringComparison.Ordinal);
        Assert.Equal(0, tries);
    }
}
