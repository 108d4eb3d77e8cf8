using System.Net;
using Signet.Web.Capture;

namespace Signet.Web.Tests.Capture;

/// <summary>A repeated try must not make a second draft, and another request must not get the first one's answer.</summary>
public sealed class CaptureDeskTests : WebContext
{
    private const string Capture = "POST /api/v1/captures/mail";

    private CaptureDesk Desk => Get<CaptureDesk>();

    private IReadOnlyList<string> Keys => [.. Server.Sent.Select(sent => sent.Headers["Idempotency-Key"])];

    [Fact]
    public async Task A_mail_that_is_tried_again_keeps_its_key_and_the_next_mail_has_its_own()
    {
        Server.Fails(Capture, 503, "service-unavailable");
        Desk.Put(new("first.eml", [1]));
        await Desk.NextAsync();
        Server.On(Capture, Sample.Capture(), HttpStatusCode.Created);
        Desk.Refusal!.Again!();
        var capture = await Desk.NextAsync();
        Desk.Clear(capture!.DraftId);
        Desk.Put(new("second.eml", [1]));
        await Desk.NextAsync();

        Assert.Equal(3, Keys.Count);
        Assert.Equal(Keys[0], Keys[1]);
        Assert.NotEqual(Keys[1], Keys[2]);
    }

    [Fact]
    public async Task The_same_text_after_a_failure_keeps_its_key_and_another_text_does_not()
    {
        Server.Fails(Capture, 503, "service-unavailable");
        foreach (var text in new[] { "Klara Muster", "Klara Muster", "Klara Beispiel" }) await Desk.ReadTextAsync(text);

        Assert.Equal(Keys[0], Keys[1]);
        Assert.NotEqual(Keys[1], Keys[2]);
    }

    [Fact]
    public async Task The_same_text_after_a_success_is_a_new_request()
    {
        Server.On(Capture, Sample.Capture(), HttpStatusCode.Created);
        for (var time = 0; time < 2; time++)
        {
            var capture = await Desk.ReadTextAsync("Klara Muster");
            Desk.Clear(capture!.DraftId);
        }

        Assert.Equal(2, Keys.Distinct().Count());
    }
}
