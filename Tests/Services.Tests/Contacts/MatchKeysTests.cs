using Signet.Contacts.Contacts;
using Signet.Contacts.Duplicates;
using Signet.Contracts;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

/// <summary>Which keys a contact has; what makes two records one is the library's own matter.</summary>
public sealed class MatchKeysTests
{
    [Fact]
    public void Every_field_that_tells_people_apart_makes_keys()
    {
        FieldValue[] whole =
        [
            First("Anna"), Last("Müller"), Company("Muster GmbH"), Email("anna@example.com"), Phone("+491713920042", PhoneType.Mobile), City("Kiel"),
            new(FieldKind.Street, "Hafenstraße", null), new(FieldKind.HouseNumber, "1", null), new(FieldKind.Postcode, "24103", null),
        ];
        var all = MatchKeys.Of(whole);
        Assert.All(whole, field => Assert.True(MatchKeys.Of(whole.Where(other => other != field)).Length < all.Length, $"{field.Kind} makes no key."));
    }

    [Theory]
    [InlineData(FieldKind.JobTitle)]
    [InlineData(FieldKind.Department)]
    [InlineData(FieldKind.Website)]
    [InlineData(FieldKind.VatId)]
    public void What_many_share_or_nobody_compares_makes_none(FieldKind kind) => Assert.Empty(MatchKeys.Of([new(kind, "Muster", null)]));

    [Fact]
    public void Keys_are_the_same_in_every_process() => Assert.Equal([-2246913403682055808], MatchKeys.Of([Email("anna@gmx.de")]));

    [Fact]
    public void A_key_comes_once() => Assert.Equal(MatchKeys.Of([Last("Müller"), First("Anna")]), MatchKeys.Of([Last("Müller"), First("Anna"), Last("Müller")]));

    [Fact]
    public void Keys_are_bounded()
    {
        var keys = MatchKeys.Of([First("Anna"), Last("Müller"), .. Enumerable.Range(0, 98).Select(number => Email($"anna.muster{number}@firma{number}.example"))]);
        Assert.InRange(keys.Length, 10, MatchKeys.MostPerContact);
        Assert.Empty(MatchKeys.Of([First("Anna"), Last("Müller")]).Except(keys));
    }
}
