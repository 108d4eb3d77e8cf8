using System.Net;
using System.Text.Json;
using Signet.Contracts;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

public sealed class ContactsTests(ContactsApp app) : IClassFixture<ContactsApp>
{
    [Fact]
    public async Task Saving_a_draft_keeps_the_source_of_what_was_captured_and_ends_the_draft()
    {
        var anna = app.NewOrganization();
        var draft = await anna.CaptureAsync(First("Otto"), Last("Normal"), Email("otto@example.com"), City("Bonn"));
        var answer = await anna.PostAsync("/api/v1/contacts", new SaveContactRequest(draft.DraftId, (await anna.FirstListAsync()).Id,
        [
            new(FieldKind.FirstName, "Otto", null, draft.FieldIds[0]), new(FieldKind.LastName, "Normalo", null, draft.FieldIds[1]),
            new(FieldKind.Email, "otto@example.com", null, draft.FieldIds[2]), new(FieldKind.Company, "Muster AG"),
        ]));
        var contact = answer.Is<ContactResponse>(HttpStatusCode.Created);
        Assert.Equal(("\"1\"", $"/api/v1/contacts/{contact.Id}"), (answer.ETag, answer.Location));
        Assert.Equal("Otto Normalo", contact.DisplayName);
        Assert.Equal([SourceKind.Mail, SourceKind.Hand, SourceKind.Mail, SourceKind.Hand], contact.Fields.Select(field => field.Source.Kind));
        Assert.Equal(("test.rule", 0.9), (contact.Fields[0].Source.Rule, contact.Fields[0].Source.Confidence));
        Assert.DoesNotContain(contact.Fields, field => field.Kind is FieldKind.City);

        (await anna.GetAsync($"/api/v1/drafts/{draft.DraftId}")).Refuses(HttpStatusCode.NotFound, "draft-not-found");
        Assert.Equal(JsonSerializer.Serialize(contact), JsonSerializer.Serialize((await anna.ReadAsync(contact.Id)).Is<ContactResponse>(HttpStatusCode.OK)));
    }

    [Fact]
    public async Task Two_who_save_one_draft_make_one_contact()
    {
        var anna = app.NewOrganization();
        var draft = await anna.CaptureAsync(Last("Normal"));
        var request = new SaveContactRequest(draft.DraftId, (await anna.FirstListAsync()).Id, Person.Choices(Last("Normal")));
        var answers = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => anna.PostAsync("/api/v1/contacts", request)));
        Assert.Single(answers, answer => answer.Status is HttpStatusCode.Created);
        Assert.All(answers.Where(answer => answer.Status is not HttpStatusCode.Created), answer => answer.Refuses(HttpStatusCode.NotFound, "draft-not-found"));
        Assert.Equal(1, await app.CountAsync("contact", anna.OrganizationId));
    }

    [Fact]
    public async Task A_refused_save_leaves_the_draft_and_nothing_else()
    {
        var (anna, stranger) = (app.NewOrganization(), app.NewOrganization());
        var draft = await anna.CaptureAsync(Last("Normal"));
        var (own, foreign) = ((await anna.FirstListAsync()).Id, (await stranger.FirstListAsync()).Id);

        (await Save(app.NewId(), Last("Normal"))).Refuses(HttpStatusCode.NotFound, "list-not-found");
        (await Save(foreign, Last("Normal"))).Refuses(HttpStatusCode.NotFound, "list-not-found");
        (await Save(own, Email("otto"))).RefusesValue("fields[0].value", "Needs an @");
        (await Save(own)).RefusesValue("fields", "There are no fields");
        (await Save(own, City("Bonn"))).RefusesValue("fields", "Nothing says who this is");

        (await anna.GetAsync($"/api/v1/drafts/{draft.DraftId}")).Is(HttpStatusCode.OK);
        Assert.Equal(0, await app.CountAsync("contact", anna.OrganizationId));
        Assert.Equal(0, await app.CountAsync("search_gram", anna.OrganizationId));

        Task<Answer> Save(Guid list, params Signet.Contacts.Contacts.FieldValue[] fields) =>
            anna.PostAsync("/api/v1/contacts", new SaveContactRequest(draft.DraftId, list, Person.Choices(fields)));
    }

    [Fact]
    public async Task A_field_of_another_draft_is_refused()
    {
        var anna = app.NewOrganization();
        var (one, other) = (await anna.CaptureAsync(Last("Normal")), await anna.CaptureAsync(Last("Fiktiv")));
        var request = new SaveContactRequest(one.DraftId, (await anna.FirstListAsync()).Id, [new(FieldKind.LastName, "Fiktiv", null, other.FieldIds[0])]);
        (await anna.PostAsync("/api/v1/contacts", request)).RefusesValue("fields[0].draftFieldId", "no field of this draft");
    }

    [Theory]
    [InlineData("An\u0000na", "U+0000")]
    [InlineData("A\u001Bnna", "U+001B")]
    [InlineData("\u202EannA", "U+202E")]
    [InlineData("\u2067annA", "U+2067")]
    public async Task Characters_that_deceive_are_refused_in_names(string name, string reason) =>
        (await app.NewOrganization().TrySaveAsync(First(name), Last("Muster"))).RefusesValue("fields[0].value", reason);

    [Fact]
    public async Task Overlong_and_too_many_fields_are_refused()
    {
        var anna = app.NewOrganization();
        (await anna.TrySaveAsync(Last(new string('a', 129)))).RefusesValue("fields[0].value", "the limit is 128");
        (await anna.TrySaveAsync([.. Enumerable.Range(0, 101).Select(number => Email($"a{number}@example.com"))])).RefusesValue("fields", "the limit is 100");
        (await anna.TrySaveAsync([.. Enumerable.Range(0, 100).Select(number => Email($"a{number}@example.com"))])).Is(HttpStatusCode.Created);
    }

    [Fact]
    public async Task Values_are_stored_in_their_own_form()
    {
        var contact = await app.NewOrganization().SaveAsync(Last(" Mu\u0308ller "), Phone("069 90009420"), new(FieldKind.Country, "de", null));
        Assert.Equal(["Müller", "+496990009420", "DE"], contact.Fields.Select(field => field.Value));
    }

    [Theory]
    [InlineData("""{"listId":"x"}""")]
    [InlineData("""{"draftId":null,"listId":"0190b3c0-0000-7000-8000-000000000000","fields":[{"kind":"nickname","value":"x"}]}""")]
    [InlineData("""[""")]
    public async Task What_is_no_request_is_told_so(string json) =>
        (await app.NewOrganization().PostAsync("/api/v1/contacts", json)).Refuses(HttpStatusCode.BadRequest, "malformed-json");

    [Fact]
    public async Task Numbers_are_no_kinds() =>
        (await app.NewOrganization().PostAsync("/api/v1/contacts", """{"draftId":null,"listId":"0190b3c0-0000-7000-8000-000000000000","fields":[{"kind":99,"value":"x"}]}"""))
            .RefusesValue("fields[0].kind", "no kind of field");

    [Fact]
    public async Task An_update_replaces_the_fields_and_keeps_the_source_of_unchanged_ones()
    {
        var anna = app.NewOrganization();
        var draft = await anna.CaptureAsync(Last("Normal"), Email("otto@example.com"));
        var contact = (await anna.PostAsync("/api/v1/contacts", new SaveContactRequest(draft.DraftId, (await anna.FirstListAsync()).Id,
            [new(FieldKind.LastName, "Normal", null, draft.FieldIds[0]), new(FieldKind.Email, "otto@example.com", null, draft.FieldIds[1])]))).Is<ContactResponse>(HttpStatusCode.Created);

        var answer = await anna.UpdateAsync(contact, null, "\"1\"",
            new(contact.Fields[1].Id, FieldKind.Email, "otto@example.com"), new(contact.Fields[0].Id, FieldKind.LastName, "Normalo"), new(null, FieldKind.City, "Bonn"));
        var updated = answer.Is<ContactResponse>(HttpStatusCode.OK);
        Assert.Equal((2, "\"2\"", "Normalo"), (updated.Version, answer.ETag, updated.DisplayName));
        Assert.Equal([FieldKind.Email, FieldKind.LastName, FieldKind.City], updated.Fields.Select(field => field.Kind));
        Assert.Equal([SourceKind.Mail, SourceKind.Hand, SourceKind.Hand], updated.Fields.Select(field => field.Source.Kind));
        Assert.Equal(["Normalo"], await anna.FindAsync("normalo"));
        Assert.Empty(await anna.FindAsync("otto normal xyz"));
    }

    [Fact]
    public async Task A_stale_edit_overwrites_nothing_and_shows_what_is_there()
    {
        var anna = app.NewOrganization();
        var contact = await anna.SaveAsync(Last("Normal"));
        (await anna.UpdateAsync(contact, null, "\"1\"", new UpdateContactField(null, FieldKind.LastName, "Neu"))).Is(HttpStatusCode.OK);

        foreach (var stale in new[] { "\"1\"", "\"0\"", "W/\"2\"", "\"abc\"" })
        {
            var current = (await anna.UpdateAsync(contact, null, stale, new UpdateContactField(null, FieldKind.LastName, "Alt")))
                .Refuses(HttpStatusCode.PreconditionFailed, "version-stale")["current"]!;
            Assert.Equal((2, "Neu"), (current["version"]!.GetValue<int>(), current["displayName"]!.GetValue<string>()));
            (await anna.DeleteAsync(contact.Id, stale)).Refuses(HttpStatusCode.PreconditionFailed, "version-stale");
        }
        Assert.Equal("Neu", (await anna.ReadAsync(contact.Id)).Is<ContactResponse>(HttpStatusCode.OK).DisplayName);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("*")]
    [InlineData("2")]
    public async Task An_edit_without_a_version_is_refused(string? ifMatch)
    {
        var anna = app.NewOrganization();
        var contact = await anna.SaveAsync(Last("Normal"));
        (await anna.UpdateAsync(contact, null, ifMatch, new UpdateContactField(null, FieldKind.LastName, "Neu"))).Refuses(HttpStatusCode.PreconditionRequired, "if-match-missing");
        (await anna.DeleteAsync(contact.Id, ifMatch)).Refuses(HttpStatusCode.PreconditionRequired, "if-match-missing");
        Assert.Equal("Normal", (await anna.ReadAsync(contact.Id)).Is<ContactResponse>(HttpStatusCode.OK).DisplayName);
    }

    [Fact]
    public async Task Of_edits_at_the_same_time_one_wins_and_the_others_learn_of_it()
    {
        var anna = app.NewOrganization();
        var contact = await anna.SaveAsync(Last("Normal"));
        var answers = await Task.WhenAll(Enumerable.Range(0, 6).Select(number =>
            anna.UpdateAsync(contact, null, "\"1\"", new UpdateContactField(null, FieldKind.LastName, $"Neu{number}"))));
        var winner = Assert.Single(answers, answer => answer.Status is HttpStatusCode.OK).Is<ContactResponse>(HttpStatusCode.OK);
        Assert.All(answers.Where(answer => answer.Status is not HttpStatusCode.OK), answer => answer.Refuses(HttpStatusCode.PreconditionFailed, "version-stale"));
        Assert.Equal(winner.DisplayName, (await anna.ReadAsync(contact.Id)).Is<ContactResponse>(HttpStatusCode.OK).DisplayName);
        Assert.Equal([winner.DisplayName], await anna.FindAsync(winner.DisplayName));
    }

    [Fact]
    public async Task A_deleted_contact_is_gone_for_everybody_and_its_row_stays()
    {
        var anna = app.NewOrganization();
        var contact = await anna.SaveAsync(Last("Normal"), Email("otto@example.com"));
        (await anna.DeleteAsync(contact.Id, "\"1\"")).Is(HttpStatusCode.NoContent);

        (await anna.ReadAsync(contact.Id)).Refuses(HttpStatusCode.NotFound, "contact-not-found");
        (await anna.UpdateAsync(contact, null, "\"2\"", new UpdateContactField(null, FieldKind.LastName, "Neu"))).Refuses(HttpStatusCode.NotFound, "contact-not-found");
        (await anna.DeleteAsync(contact.Id, "\"2\"")).Refuses(HttpStatusCode.NotFound, "contact-not-found");
        Assert.Empty(await anna.FindAsync("Normal"));
        Assert.Empty(await anna.FindAsync(null));
        Assert.Empty((await anna.CaptureAsync(Email("otto@example.com"))).Duplicates);
        Assert.Equal(1, await app.CountAsync("contact", anna.OrganizationId));
        Assert.Equal(0, await app.CountAsync("search_gram", anna.OrganizationId));
        Assert.Equal(0, await app.CountAsync("match_key", anna.OrganizationId));
    }

    [Fact]
    public async Task A_contact_of_another_organisation_is_not_found_for_any_verb()
    {
        var (anna, stranger) = (app.NewOrganization(), app.NewOrganization());
        var contact = await anna.SaveAsync(Last("Geheim"));
        var field = new UpdateContactField(null, FieldKind.LastName, "Neu");
        (await stranger.ReadAsync(contact.Id)).Refuses(HttpStatusCode.NotFound, "contact-not-found");
        (await stranger.UpdateAsync(contact, (await stranger.FirstListAsync()).Id, "\"1\"", field)).Refuses(HttpStatusCode.NotFound, "contact-not-found");
        (await stranger.DeleteAsync(contact.Id, "\"1\"")).Refuses(HttpStatusCode.NotFound, "contact-not-found");
        Assert.Empty(await stranger.FindAsync("Geheim"));

        var foreignList = (await stranger.FirstListAsync()).Id;
        (await anna.UpdateAsync(contact, foreignList, "\"1\"", field)).Refuses(HttpStatusCode.NotFound, "list-not-found");
        (await stranger.TrySearchAsync("", contact.ListId)).Refuses(HttpStatusCode.NotFound, "list-not-found");
        Assert.Equal(1, (await anna.ReadAsync(contact.Id)).Is<ContactResponse>(HttpStatusCode.OK).Version);
    }

    [Fact]
    public async Task A_repeated_save_makes_one_contact_and_another_body_under_its_key_is_refused()
    {
        var anna = app.NewOrganization();
        var (list, key) = ((await anna.FirstListAsync()).Id, app.NewId().ToString());
        var first = await anna.PostAsync("/api/v1/contacts", new SaveContactRequest(null, list, Person.Choices(Last("Einmal"))), key);
        var second = await anna.PostAsync("/api/v1/contacts", new SaveContactRequest(null, list, Person.Choices(Last("Einmal"))), key);
        Assert.Equal(first.Is<ContactResponse>(HttpStatusCode.Created).Id, second.Is<ContactResponse>(HttpStatusCode.Created).Id);
        Assert.Equal(first.ETag, second.ETag);
        (await anna.PostAsync("/api/v1/contacts", new SaveContactRequest(null, list, Person.Choices(Last("Zweimal"))), key))
            .Refuses(HttpStatusCode.UnprocessableEntity, "idempotency-key-reused");
        Assert.Equal(1, await app.CountAsync("contact", anna.OrganizationId));
    }

    [Fact]
    public async Task Every_change_leaves_an_audit_entry_without_any_value_of_the_contact()
    {
        var anna = app.NewOrganization();
        var contact = await anna.SaveAsync(Last("Geheimniskraemer"), Email("geheim@example.com"));
        (await anna.UpdateAsync(contact, null, "\"1\"", new UpdateContactField(null, FieldKind.LastName, "Verschwiegen"))).Is(HttpStatusCode.OK);
        (await anna.DeleteAsync(contact.Id, "\"2\"")).Is(HttpStatusCode.NoContent);

        var entries = await app.RowsAsync("audit_entry", anna.OrganizationId);
        foreach (var action in new[] { "list.created", "contact.created", "contact.updated", "contact.deleted" })
            Assert.Single(entries, entry => entry.Contains(action, StringComparison.Ordinal));
        foreach (var value in new[] { "Geheimniskraemer", "geheim@example.com", "Verschwiegen" })
            Assert.DoesNotContain(entries, entry => entry.Contains(value, StringComparison.OrdinalIgnoreCase));
    }
}
