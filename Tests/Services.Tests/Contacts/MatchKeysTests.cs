using Signet.Contacts.Contacts;
using Signet.Contacts.Duplicates;
using Signet.Contracts;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

public sealed class MatchKeysTests
{
    [Fact]
    public void An_address_is_the_same_in_any_case() =>
        AssertShare("email", [Email("Anna.Mueller@Example.com")], [Email("anna.mueller@example.COM")]);

    [Fact]
    public void Another_address_is_not() => AssertShareNothing([Email("anna@example.com")], [Email("hanna@example.com")]);

    [Fact]
    public void An_office_address_says_something_only_with_the_name()
    {
        AssertShareNothing([Last("Müller"), Email("info@example.com")], [Last("Fiktiv"), Email("info@example.com")]);
        AssertShare("email", [Last("Müller"), Email("info@example.com")], [Last("Mueller"), Email("info@example.com")]);
    }

    [Fact]
    public void A_direct_number_is_a_key() => AssertShare("phone", [Phone("+496990009420")], [Last("Muster"), Phone("+496990009420", PhoneType.Work)]);

    [Fact]
    public void An_extension_makes_another_number() => AssertShareNothing([Phone("+49699000;ext=12")], [Phone("+49699000;ext=13")]);

    [Theory]
    [InlineData(PhoneType.Switchboard)]
    [InlineData(PhoneType.Fax)]
    public void A_shared_number_says_something_only_with_the_name(PhoneType type)
    {
        AssertShareNothing([Last("Müller"), Phone("+49699000", type)], [Last("Fiktiv"), Phone("+49699000", type)]);
        AssertShare("phone", [Last("Müller"), Phone("+49699000", type)], [Last("Müller"), Phone("+49699000", type)]);
    }

    [Theory]
    [InlineData("Beispiel Antriebstechnik GmbH & Co. KG", "BEISPIEL ANTRIEBSTECHNIK GMBH")]
    [InlineData("Muster AG", "Muster")]
    [InlineData("Exempel S.p.A.", "Exempel SpA")]
    [InlineData("Müller e.K.", "Mueller eK")]
    public void Name_and_company_meet_whatever_the_legal_form(string one, string other) =>
        AssertShare("nameCompany", [First("Anna"), Last("Müller"), Company(one)], [First("Müller"), Last("Anna"), Company(other)]);

    [Fact]
    public void The_same_name_at_another_company_is_another_person() =>
        AssertShareNothing([First("Anna"), Last("Müller"), Company("Muster AG")], [First("Anna"), Last("Müller"), Company("Fiktiv AG")]);

    [Fact]
    public void A_company_that_is_only_a_legal_form_is_no_company() => Assert.Empty(MatchKeys.Of([First("Anna"), Last("Müller"), Company("GmbH")]));

    [Fact]
    public void Keys_are_bounded() =>
        Assert.Equal(MatchKeys.MostPerContact, MatchKeys.Of([.. Enumerable.Range(0, 100).Select(number => Email($"a{number}@example.com"))]).Count);

    private static void AssertShare(string kind, FieldValue[] one, FieldValue[] other) =>
        Assert.Contains(MatchKeys.Of(one), key => key.Value == kind && MatchKeys.Of(other).ContainsKey(key.Key));

    private static void AssertShareNothing(FieldValue[] one, FieldValue[] other) =>
        Assert.Empty(MatchKeys.Of(one).Keys.Intersect(MatchKeys.Of(other).Keys));
}
