using System.Net;
using Signet.Contacts.Contacts;
using Signet.Contacts.Duplicates;
using Signet.Contracts;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

public sealed class HintsTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private static readonly FieldValue[] Anna = [First("Anna"), Last("Müller"), Company("Muster GmbH"), Email("anna@example.com"), Phone("+496990009420")];

    [Fact]
    public async Task A_capture_is_told_which_contacts_share_which_keys()
    {
        var person = app.NewOrganization();
        var contact = await person.SaveAsync(Anna);
        var hint = Assert.Single((await person.CaptureAsync(First("Anna"), Last("Mueller"), Company("MUSTER"), Email("ANNA@example.com"))).Hints);
        Assert.Equal((contact.Id, "Anna Müller", "Muster GmbH", contact.ListId, contact.ListName), (hint.ContactId, hint.DisplayName, hint.Company, hint.ListId, hint.ListName));
        Assert.Equal(["email", "nameCompany"], hint.Keys);
        Assert.Equal(["phone"], Assert.Single((await person.CaptureAsync(Phone("+496990009420"))).Hints).Keys);
    }

    [Fact]
    public async Task A_capture_that_shares_nothing_is_told_nothing()
    {
        var person = app.NewOrganization();
        await person.SaveAsync(Anna);
        Assert.Empty((await person.CaptureAsync(First("Anna"), Last("Müller"), Company("Fiktiv AG"), Email("anna.mueller@example.com"))).Hints);
    }

    [Fact]
    public async Task Nothing_is_told_of_another_organisation()
    {
        await app.NewOrganization().SaveAsync(Anna);
        Assert.Empty((await app.NewOrganization().CaptureAsync(Anna)).Hints);
    }

    [Fact]
    public async Task An_open_draft_learns_of_contacts_saved_meanwhile_and_of_changes()
    {
        var person = app.NewOrganization();
        var draft = await person.CaptureAsync(Email("anna@example.com"));
        Assert.Empty(draft.Hints);
        var contact = await person.SaveAsync(Anna);
        Assert.Single(await HintsAsync());
        (await person.UpdateAsync(contact, null, "\"1\"", new UpdateContactField(null, FieldKind.Email, "new@example.com"))).Is(HttpStatusCode.OK);
        Assert.Empty(await HintsAsync());

        async Task<IReadOnlyList<DuplicateHint>> HintsAsync() => (await person.GetAsync($"/api/v1/drafts/{draft.DraftId}")).Is<DraftResponse>(HttpStatusCode.OK).Hints;
    }

    [Fact]
    public async Task An_office_address_hints_only_together_with_the_name()
    {
        var person = app.NewOrganization();
        await person.SaveAsync(Last("Müller"), Email("info@example.com"));
        Assert.Empty((await person.CaptureAsync(Last("Fiktiv"), Email("info@example.com"))).Hints);
        Assert.Single((await person.CaptureAsync(Last("Müller"), Email("info@example.com"))).Hints);
    }

    [Fact]
    public async Task A_number_that_many_share_hints_at_none_of_them()
    {
        var person = app.NewOrganization();
        for (var number = 0; number < DuplicateHints.MostPerKey; number++) await person.SaveAsync(Last($"Kollege{number}"), Phone("+49699000100"));
        Assert.NotEmpty((await person.CaptureAsync(Phone("+49699000100"))).Hints);
        await person.SaveAsync(Last("Einer zu viel"), Phone("+49699000100"));
        Assert.Empty((await person.CaptureAsync(Phone("+49699000100"))).Hints);
    }
}
