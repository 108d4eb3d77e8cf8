using System.Net;
using Signet.Contracts;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

public sealed class DraftsTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    [Fact]
    public async Task A_draft_keeps_its_values_and_what_is_known_of_them()
    {
        var anna = app.NewOrganization();
        var created = await anna.CaptureAsync(First("Otto"), Last("Normal"), Phone("+496990009420", PhoneType.Mobile));
        var draft = (await anna.GetAsync($"/api/v1/drafts/{created.DraftId}")).Is<DraftResponse>(HttpStatusCode.OK);
        Assert.Equal(SourceKind.Mail, draft.Source);
        Assert.Equal(created.FieldIds, draft.Fields.Select(field => field.Id));
        Assert.Equal(["Otto", "Normal", "+496990009420"], draft.Fields.Select(field => field.Value));
        Assert.Equal((PhoneType.Mobile, 0.9, "test.rule"), (draft.Fields[2].PhoneType, draft.Fields[2].Confidence, draft.Fields[2].Rule));
    }

    [Fact]
    public async Task A_draft_is_its_captors_alone()
    {
        var anna = app.NewOrganization();
        var path = $"/api/v1/drafts/{(await anna.CaptureAsync(Last("Normal"))).DraftId}";
        foreach (var other in new[] { anna.Colleague(), app.NewOrganization() })
        {
            (await other.GetAsync(path)).Refuses(HttpStatusCode.NotFound, "draft-not-found");
            (await other.SendAsync(HttpMethod.Delete, path)).Refuses(HttpStatusCode.NotFound, "draft-not-found");
        }
        (await anna.GetAsync(path)).Is(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_discarded_draft_is_gone()
    {
        var anna = app.NewOrganization();
        var path = $"/api/v1/drafts/{(await anna.CaptureAsync(Last("Normal"))).DraftId}";
        (await anna.SendAsync(HttpMethod.Delete, path)).Is(HttpStatusCode.NoContent);
        (await anna.GetAsync(path)).Refuses(HttpStatusCode.NotFound, "draft-not-found");
        (await anna.SendAsync(HttpMethod.Delete, path)).Refuses(HttpStatusCode.NotFound, "draft-not-found");
        Assert.Equal(0, await app.CountAsync("draft_field", anna.OrganizationId));
    }

    [Fact]
    public async Task Only_mail_worker_may_create_drafts()
    {
        var anna = app.NewOrganization();
        (await anna.SendAsync(HttpMethod.Post, "/internal/drafts", Person.DraftOf(Last("Normal")))).Is(HttpStatusCode.Forbidden);
        Assert.Equal(0, await app.CountAsync("draft", anna.OrganizationId));
    }

    [Fact]
    public async Task A_draft_with_values_that_cannot_be_kept_is_refused_whole()
    {
        var anna = app.NewOrganization();
        var bad = new CreateDraftRequest(SourceKind.Mail,
        [
            new(FieldKind.LastName, "Normal", null, 0.9, "test.rule"), new(FieldKind.FirstName, "O\u202Etto", null, 0.9, "test.rule"),
            new(FieldKind.Company, new string('a', 257), null, 0.9, "test.rule"), new(FieldKind.City, "Bonn", null, 1.5, "Read in: Bonn, Rhein"),
        ]);
        var answer = await anna.SendAsync(HttpMethod.Post, "/internal/drafts", bad, caller: "mail-worker");
        answer.RefusesValue("fields[1].value", "U+202E");
        answer.RefusesValue("fields[2].value", "the limit is 256");
        answer.RefusesValue("fields[3].confidence", "between 0 and 1");
        answer.RefusesValue("fields[3].rule", "rule id");
        Assert.Equal(0, await app.CountAsync("draft", anna.OrganizationId));
    }
}
