using Signet.Contracts;
using Signet.Web.Api;
using Signet.Web.Fields;

namespace Signet.Web.Tests.Fields;

public sealed class FieldSheetTests : WebContext
{
    private FieldWords FieldWords => Get<FieldWords>();

    [Fact]
    public void An_untouched_reading_keeps_its_draft_field_and_its_stored_form()
    {
        var read = Sample.Field(FieldKind.Website, "https://www.antriebe.example.com/", .99);
        var sheet = FieldSheet.Of(Sample.Capture(read), FieldWords);

        Assert.Equal("www.antriebe.example.com", sheet.Entries[0].Value);
        Assert.Equal(new FieldChoice(FieldKind.Website, "https://www.antriebe.example.com/", null, read.Id), sheet.Choices().Single());
    }

    [Fact]
    public void A_changed_reading_is_the_persons()
    {
        var sheet = FieldSheet.Of(Sample.Capture(Sample.Field(FieldKind.LastName, "Muster", .99)), FieldWords);

        sheet.Entries[0].Value = " Mustermann ";

        Assert.Equal(new FieldChoice(FieldKind.LastName, "Mustermann"), sheet.Choices().Single());
    }

    [Fact]
    public void A_confirmed_reading_is_the_persons_too()
    {
        var sheet = FieldSheet.Of(Sample.Capture(Sample.Field(FieldKind.Phone, "+4969900090", .71, type: PhoneType.Switchboard)), FieldWords);
        Assert.True(sheet.Entries[0].NeedsCheck);

        sheet.Entries[0].TakeProposal();

        Assert.False(sheet.Entries[0].NeedsCheck);
        Assert.Equal(new FieldChoice(FieldKind.Phone, "+4969900090", PhoneType.Switchboard), sheet.Choices().Single());
    }

    [Fact]
    public void A_doubtful_reading_starts_empty_and_is_offered()
    {
        var sheet = FieldSheet.Of(Sample.Capture(Sample.Field(FieldKind.City, "Musterstadt", .41)), FieldWords);
        var entry = sheet.Entries[0];
        Assert.Equal(("", "Musterstadt"), (entry.Value, entry.Proposal));
        Assert.Empty(sheet.Choices());

        entry.TakeProposal();

        Assert.Equal(new FieldChoice(FieldKind.City, "Musterstadt"), sheet.Choices().Single());
    }

    [Fact]
    public void A_removed_reading_is_not_saved()
    {
        var sheet = FieldSheet.Of(Sample.Capture(Sample.Field(FieldKind.City, "Musterstadt", .71)), FieldWords);

        sheet.Entries[0].Drop();

        Assert.Empty(sheet.Choices());
        Assert.False(sheet.Entries[0].NeedsCheck);
    }

    [Fact]
    public void Fields_come_in_the_order_of_the_page_and_several_phones_in_theirs()
    {
        var sheet = FieldSheet.Of(Sample.Capture(
            Sample.Field(FieldKind.City, "Musterstadt", .99), Sample.Field(FieldKind.Phone, "+4969900091", .99), Sample.Field(FieldKind.Phone, "+4969900090", .99), Sample.Field(FieldKind.FirstName, "Klara", .99)), FieldWords);

        Assert.Equal(["Klara", "+4969900091", "+4969900090", "Musterstadt"], sheet.Entries.Select(entry => entry.Value));
    }

    [Fact]
    public void Single_fields_can_be_added_once_and_phones_again()
    {
        var sheet = FieldSheet.Of(Sample.Capture(Sample.Field(FieldKind.City, "Musterstadt", .99), Sample.Field(FieldKind.Phone, "+4969900091", .99)), FieldWords);

        Assert.DoesNotContain(FieldKind.City, sheet.Addable);
        Assert.Contains(FieldKind.Phone, sheet.Addable);
        Assert.Contains(FieldKind.Country, sheet.Addable);
    }

    [Fact]
    public void Every_kind_has_its_place_and_name_and_can_be_added()
    {
        Assert.Equal(Enum.GetValues<FieldKind>(), Signet.Web.Fields.FieldWords.Order.Order());
        Assert.Equal(Enum.GetValues<FieldKind>(), FieldSheet.Of(Sample.Capture(), FieldWords).Addable.Order());
        Assert.All(Enum.GetValues<FieldKind>(), kind => Assert.False(Words[$"Field_{kind}"].ResourceNotFound));
        Assert.All(Enum.GetValues<PhoneType>(), type => Assert.False(Words[$"Phone_{type}"].ResourceNotFound));
    }

    [Fact]
    public void Errors_of_the_server_land_at_their_fields()
    {
        var sheet = FieldSheet.Of(Sample.Capture(Sample.Field(FieldKind.FirstName, "Klara", .99), Sample.Field(FieldKind.Email, "k@x", .99)), FieldWords);
        var problem = new Problem(400, "validation-failed", null, null, null, new Dictionary<string, string[]> { ["fields[1].value"] = ["Needs a domain"] });

        var first = FieldChecks.Place(problem, sheet.Filled);

        Assert.Equal(FieldKind.Email, first!.Kind);
        Assert.Equal("Needs a domain", first.Error);
        Assert.Null(sheet.Entries[0].Error);
    }

    [Theory]
    [InlineData("listId")]
    [InlineData("fields[9].value")]
    [InlineData("fields[99999999999].value")]
    public void Errors_about_something_else_land_nowhere(string path)
    {
        var sheet = FieldSheet.Of(Sample.Capture(Sample.Field(FieldKind.FirstName, "Klara", .99)), FieldWords);
        Assert.Null(FieldChecks.Place(new Problem(400, "validation-failed", null, null, null, new Dictionary<string, string[]> { [path] = ["No"] }), sheet.Filled));
    }

    [Theory]
    [InlineData(FieldKind.Email, "exempel(at)example.org", true)]
    [InlineData(FieldKind.Email, "ex empel@example.org", true)]
    [InlineData(FieldKind.Email, "exempel@example.org", false)]
    [InlineData(FieldKind.Email, "", false)]
    [InlineData(FieldKind.Phone, "none", true)]
    [InlineData(FieldKind.Phone, "0171 3920042", false)]
    public void A_field_says_what_it_needs_when_it_is_left(FieldKind kind, string value, bool wrong)
    {
        var entry = new FieldEntry(0, kind) { Value = value };
        FieldChecks.Check(entry, Words);
        Assert.Equal(wrong, entry.Error is not null);
    }

    [Fact]
    public void A_contact_needs_something_to_be_known_by()
    {
        var sheet = FieldSheet.Blank(FieldWords);
        Assert.False(FieldChecks.CanBeKnown(sheet));
        sheet.Add(FieldKind.City).Value = "Musterstadt";
        Assert.False(FieldChecks.CanBeKnown(sheet));
        sheet.Entries.First(entry => entry.Kind is FieldKind.Company).Value = "Beispiel GmbH";
        Assert.True(FieldChecks.CanBeKnown(sheet));
    }
}
