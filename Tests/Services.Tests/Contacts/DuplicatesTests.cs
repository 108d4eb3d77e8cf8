using System.Net;
using Signet.Contacts.Contacts;
using Signet.Contracts;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

/// <summary>Who is found to be the same, who is not, and that nothing is found across organisations.</summary>
public sealed class DuplicatesTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    private static readonly FieldValue[] Anna = [First("Anna"), Last("Müller"), Company("Muster GmbH"), Email("anna@example.com"), Phone("+491713920042", PhoneType.Mobile)];

    [Fact]
    public async Task A_capture_is_told_who_is_the_same_and_why()
    {
        var person = app.NewOrganization();
        var contact = await person.SaveAsync(Anna);

        var found = Assert.Single((await person.CaptureAsync(First("Anna"), Last("Mueler"), Company("Andere AG"), Phone("0171 3920042", PhoneType.Mobile))).Duplicates);

        Assert.Equal((contact.Id, "Anna Müller", "Muster GmbH", contact.ListId, contact.ListName, DuplicateAnswer.Same), (found.ContactId, found.DisplayName, found.Company, found.ListId, found.ListName, found.Answer));
        Assert.True(found.Score > 2, $"{found.Score}");
        Assert.Equal(found.Reasons.OrderByDescending(reason => Math.Abs(reason.Bits)), found.Reasons);
        Assert.Contains(found.Reasons, reason => reason is { Code: "mobileSame", Bits: > 0, Given: "0171 3920042", Found: "+491713920042", Sharers: 1 });
        Assert.Contains(found.Reasons, reason => reason is { Code: "lastNameSimilar", Given: "Mueler", Found: "Müller", Text: "Last name spelled differently: Mueler / Müller" });
        Assert.Contains(found.Reasons, reason => reason is { Code: "companyDifferent", Bits: < 0, Given: "Andere AG", Found: "Muster GmbH" });
    }

    [Fact]
    public async Task Somebody_else_is_not_named()
    {
        var person = app.NewOrganization();
        await person.SaveAsync(Anna);
        Assert.Empty((await person.CaptureAsync(First("Peter"), Last("Beispiel"), Company("Muster GmbH"), Email("peter@example.com"))).Duplicates);
        Assert.Empty(await person.DuplicatesAsync(First("Anna")));
    }

    [Theory]
    [InlineData("ANNA", "MUELLER", "muster", null)]
    [InlineData("Müller", "Anna", "Muster GmbH", null)]
    [InlineData("", "Müller", "", "ANNA@example.com")]
    [InlineData("Ana", "Müller", "Muster Gmbh & Co. KG", null)]
    public async Task Typing_finds_the_same_person_however_it_is_written(string first, string last, string company, string? email)
    {
        var person = app.NewOrganization();
        var contact = await person.SaveAsync(Anna);
        FieldValue[] typed = [.. new[] { First(first), Last(last), Company(company), Email(email ?? "") }];
        Assert.Equal(contact.Id, Assert.Single(await person.DuplicatesAsync(typed)).ContactId);
    }

    [Fact]
    public async Task The_likeliest_comes_first()
    {
        var person = app.NewOrganization();
        var maybe = await person.SaveAsync(First("Anna"), Last("Müller"), Company("Fiktiv AG"));
        var same = await person.SaveAsync(Anna);
        var found = await person.DuplicatesAsync(Anna);
        Assert.Equal([same.Id, maybe.Id], found.Select(candidate => candidate.ContactId));
        Assert.True(found[1].Score < found[0].Score, $"{found[0].Score}, {found[1].Score}");
    }

    [Fact]
    public async Task The_contact_that_is_edited_is_not_its_own_duplicate()
    {
        var person = app.NewOrganization();
        var contact = await person.SaveAsync(Anna);
        Assert.Empty(await person.DuplicatesAsync(contact.Id, Anna));
        Assert.Single(await person.DuplicatesAsync(app.NewId(), Anna));
    }

    [Fact]
    public async Task A_saved_contact_is_found_at_once_a_changed_one_by_its_new_values_and_a_deleted_one_never()
    {
        var person = app.NewOrganization();
        var draft = await person.CaptureAsync(Email("anna@example.com"));
        Assert.Empty(draft.Duplicates);
        var contact = await person.SaveAsync(Anna);
        Assert.Single(await OfDraftAsync());
        Assert.Single(await person.DuplicatesAsync(Anna));

        (await person.UpdateAsync(contact, null, "\"1\"", new UpdateContactField(null, FieldKind.Email, "new@example.com"))).Is(HttpStatusCode.OK);
        Assert.Empty(await OfDraftAsync());
        Assert.Single(await person.DuplicatesAsync(Email("new@example.com")));

        (await person.DeleteAsync(contact.Id, "\"2\"")).Is(HttpStatusCode.NoContent);
        Assert.Empty(await person.DuplicatesAsync(Email("new@example.com")));

        async Task<IReadOnlyList<DuplicateCandidate>> OfDraftAsync() => (await person.GetAsync($"/api/v1/drafts/{draft.DraftId}")).Is<DraftResponse>(HttpStatusCode.OK).Duplicates;
    }

    [Fact]
    public async Task Nothing_is_told_of_another_organisation_not_even_by_a_score_or_a_count()
    {
        var (person, twin, stranger) = (app.NewOrganization(), app.NewOrganization(), app.NewOrganization());
        FieldValue[] asked = [First("Anna"), Last("Mueler"), Company("Muster"), Phone("+49699000100")];
        await person.SaveAsync(Anna[0], Anna[1], Anna[2], Phone("+49699000100"));
        await twin.SaveAsync(Anna[0], Anna[1], Anna[2], Phone("+49699000100"));
        for (var number = 0; number < 20; number++) await stranger.SaveAsync(First("Anna"), Last("Müller"), Company("Muster GmbH"), Phone("+49699000100"));

        Assert.Empty((await app.NewOrganization().CaptureAsync(Anna)).Duplicates);
        var (mine, twins) = (Assert.Single(await person.DuplicatesAsync(asked)), Assert.Single(await twin.DuplicatesAsync(asked)));
        Assert.Equal(twins.Score, mine.Score);
        Assert.Equal(twins.Reasons, mine.Reasons);
        Assert.Equal(1, mine.Reasons.Single(reason => reason.Code == "phoneSame").Sharers);
    }

    [Fact]
    public async Task A_number_that_many_share_names_none_of_them_and_weighs_less_for_who_is_the_same()
    {
        var person = app.NewOrganization();
        var contact = await person.SaveAsync(First("Anna"), Last("Müller"), Phone("+49699000100"));
        var alone = Assert.Single(await person.DuplicatesAsync(First("Anna"), Last("Müller"), Phone("+49699000100")));
        for (var number = 0; number < 30; number++) await person.SaveAsync(First("Otto"), Last($"Kollege{(char)('a' + number % 26)}{number}"), Phone("+49699000100"));

        Assert.Empty(await person.DuplicatesAsync(Phone("+49699000100")));
        var among = (await person.DuplicatesAsync(First("Anna"), Last("Müller"), Phone("+49699000100"))).Single(candidate => candidate.ContactId == contact.Id);
        Assert.True(Bits(among) < Bits(alone), $"{Bits(among)} among many, {Bits(alone)} alone");
        Assert.Equal(31, among.Reasons.Single(reason => reason.Code == "phoneSame").Sharers);

        static double Bits(DuplicateCandidate candidate) => candidate.Reasons.Single(reason => reason.Code == "phoneSame").Bits;
    }

    [Fact]
    public async Task At_most_ten_are_named()
    {
        var person = app.NewOrganization();
        for (var number = 0; number < 12; number++) await person.SaveAsync(Anna);
        Assert.Equal(10, (await person.DuplicatesAsync(Anna)).Count);
    }

    [Theory]
    [InlineData("""{"fields":[]}""", "fields")]
    [InlineData("""{"fields":[null]}""", "fields")]
    [InlineData("""{"fields":[{"kind":"lastName","value":"a\u0000b"}]}""", "fields[0].value")]
    [InlineData("""{"fields":[{"kind":"email","value":"a","phoneType":"work"}]}""", "fields[0].phoneType")]
    public async Task What_could_be_no_contact_is_refused_with_the_place(string body, string place) =>
        (await app.NewOrganization().PostAsync("/api/v1/duplicates", body, key: null)).RefusesValue(place, string.Empty);

    [Fact]
    public async Task Too_many_fields_are_refused_and_the_most_that_may_be_are_answered()
    {
        var person = app.NewOrganization();
        FieldValue[] many = [.. Enumerable.Range(0, FieldRules.MostFields).Select(number => Email($"anna.muster{number}@example.com"))];
        await person.SaveAsync(many);
        Assert.Single(await person.DuplicatesAsync(many));
        (await person.TryDuplicatesAsync(null, [.. many, Last("Einer zu viel")])).RefusesValue("fields", "limit");
    }

    [Fact]
    public async Task A_reason_shows_the_value_that_it_is_about()
    {
        var person = app.NewOrganization();
        await person.SaveAsync(First("Anna"), Last("Müller"), Email("privat@example.org"), Email("anna@example.com"), Phone("+49699000100", PhoneType.Work), Phone("+491713920042", PhoneType.Mobile));
        var reasons = Assert.Single(await person.DuplicatesAsync(Last("Müller"), Email("x@example.net"), Email("Anna@Example.com"), Phone("0171 3920042", PhoneType.Mobile))).Reasons;
        Assert.Contains(reasons, reason => reason is { Code: "emailSame", Given: "Anna@Example.com", Found: "anna@example.com" });
        Assert.Contains(reasons, reason => reason is { Code: "mobileSame", Given: "0171 3920042", Found: "+491713920042" });
    }

    [Fact]
    public async Task Half_typed_values_are_no_error()
    {
        var person = app.NewOrganization();
        await person.SaveAsync(Anna);
        Assert.Empty(await person.DuplicatesAsync(Email("anna@"), Phone("01"), Last("M"), new(FieldKind.Country, "Deutschl", null), Last("")));
    }

    [Fact]
    public async Task Who_may_only_capture_is_told_of_no_contact()
    {
        var person = app.NewOrganization();
        await person.SaveAsync(Anna);
        Assert.Empty((await person.Without(Permissions.ContactsRead).CaptureAsync(Anna)).Duplicates);
        (await person.Without(Permissions.ContactsRead).TryDuplicatesAsync(null, Anna)).Refuses(HttpStatusCode.Forbidden, "forbidden");
    }
}
