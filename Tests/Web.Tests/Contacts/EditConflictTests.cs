using Signet.Contracts;
using Signet.Web.Contacts;

namespace Signet.Web.Tests.Contacts;

public sealed class EditConflictTests
{
    private static readonly ContactFieldResponse First = Sample.Stored(FieldKind.FirstName, "Klara");
    private static readonly ContactFieldResponse Title = Sample.Stored(FieldKind.JobTitle, "Buyer");
    private static readonly ContactFieldResponse Phone = Sample.Stored(FieldKind.Phone, "+491713920042", PhoneType.Mobile);
    private static readonly ContactResponse Started = Sample.Contact(1, First, Title, Phone);

    [Fact]
    public void What_only_I_changed_is_mine_and_what_only_they_changed_is_theirs()
    {
        var current = Sample.Contact(2, First, Title with { Value = "Head of Purchasing" }, Phone);

        var conflict = EditConflict.Of(Started, [Mine(First, "Clara"), Mine(Title), Mine(Phone)], current);

        Assert.Equal([(FieldKind.FirstName, true), (FieldKind.JobTitle, false)], conflict.Rows.Select(row => (row.Kind, row.TakeMine)));
        Assert.Equal(["Clara", "Head of Purchasing", "+491713920042"], conflict.Merge().Select(field => field.Value));
    }

    [Fact]
    public void What_both_changed_is_mine_until_I_choose_theirs()
    {
        var current = Sample.Contact(2, First with { Value = "Klaara" }, Title, Phone);
        var conflict = EditConflict.Of(Started, [Mine(First, "Clara"), Mine(Title), Mine(Phone)], current);
        var row = Assert.Single(conflict.Rows);
        Assert.True(row.TakeMine);

        row.TakeMine = false;

        Assert.Equal("Klaara", conflict.Merge()[0].Value);
    }

    [Fact]
    public void What_I_removed_stays_removed()
    {
        var current = Sample.Contact(2, First, Title with { Value = "Head" }, Phone);
        var conflict = EditConflict.Of(Started, [Mine(First), Mine(Title)], current);

        Assert.DoesNotContain(conflict.Merge(), field => field.Kind is FieldKind.Phone);
    }

    [Fact]
    public void What_they_added_stays_and_what_I_added_comes_with_it()
    {
        var city = Sample.Stored(FieldKind.City, "Musterstadt");
        var current = Sample.Contact(2, First, Title, Phone, city);
        var conflict = EditConflict.Of(Started, [Mine(First), Mine(Title), Mine(Phone), new(null, FieldKind.Email, "k@example.com")], current);

        Assert.Equal(["Klara", "Buyer", "+491713920042", "Musterstadt", "k@example.com"], conflict.Merge().Select(field => field.Value));
    }

    [Fact]
    public void What_they_removed_and_I_left_alone_stays_removed()
    {
        var current = Sample.Contact(2, First, Title);
        var conflict = EditConflict.Of(Started, [Mine(First), Mine(Title), Mine(Phone)], current);

        Assert.False(Assert.Single(conflict.Rows).TakeMine);
        Assert.DoesNotContain(conflict.Merge(), field => field.Kind is FieldKind.Phone);
    }

    [Fact]
    public void What_they_removed_and_I_changed_comes_back_as_a_new_field_when_I_keep_it()
    {
        var current = Sample.Contact(2, First, Title);
        var conflict = EditConflict.Of(Started, [Mine(First), Mine(Title), Mine(Phone, "+4969900090")], current);

        var kept = conflict.Merge()[^1];

        Assert.Equal((null, "+4969900090"), (kept.Id, kept.Value));
    }

    [Fact]
    public void Equal_versions_have_no_rows() => Assert.Empty(EditConflict.Of(Started, [Mine(First), Mine(Title), Mine(Phone)], Started with { Version = 2 }).Rows);

    private static UpdateContactField Mine(ContactFieldResponse field, string? value = null) => new(field.Id, field.Kind, value ?? field.Value, field.PhoneType);
}
