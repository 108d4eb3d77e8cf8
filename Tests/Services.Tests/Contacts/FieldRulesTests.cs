using CsCheck;
using Signet.Contacts.Contacts;
using Signet.Contracts;

namespace Signet.Services.Tests.Contacts;

public sealed class FieldRulesTests
{
    [Theory]
    [InlineData(FieldKind.FirstName, "  Anna ", "Anna")]
    [InlineData(FieldKind.LastName, "Mu\u0308ller", "Müller")]
    [InlineData(FieldKind.LastName, "न\u093Fत\u200Dन", "न\u093Fत\u200Dन")]
    [InlineData(FieldKind.Email, "k.muster@example.com", "k.muster@example.com")]
    [InlineData(FieldKind.Country, "de", "DE")]
    [InlineData(FieldKind.Website, "www.example.com:8080/a", "www.example.com:8080/a")]
    [InlineData(FieldKind.Website, "HTTPS://example.com", "HTTPS://example.com")]
    [InlineData(FieldKind.SocialProfile, "@muster", "@muster")]
    [InlineData(FieldKind.Phone, "+49 69 9000-9420", "+496990009420")]
    [InlineData(FieldKind.Phone, "069 90009420", "+496990009420")]
    [InlineData(FieldKind.Phone, "+49 69 9000 ext. 12", "+49699000;ext=12")]
    [InlineData(FieldKind.Phone, "+49699000;ext=12", "+49699000;ext=12")]
    public void A_good_value_is_stored_as(FieldKind kind, string sent, string stored) =>
        Assert.Equal((stored, null), FieldRules.Check(kind, sent, "DE"));

    [Theory]
    [InlineData(FieldKind.FirstName, null, "Has no value")]
    [InlineData(FieldKind.FirstName, "   ", "Has no value")]
    [InlineData(FieldKind.FirstName, "An\u0007na", "U+0007")]
    [InlineData(FieldKind.Company, "Muster\nAG", "U+000A")]
    [InlineData(FieldKind.LastName, "\u200B\u2060", "Has nothing that can be seen")]
    [InlineData(FieldKind.LastName, "\u202Etxet", "U+202E")]
    [InlineData(FieldKind.LastName, "a\u2066b", "U+2066")]
    [InlineData(FieldKind.LastName, "a\u2028b", "line")]
    [InlineData(FieldKind.LastName, "a\uD800b", "broken")]
    [InlineData(FieldKind.Email, "k.muster", "Needs an @")]
    [InlineData(FieldKind.Email, "@example.com", "Needs an @")]
    [InlineData(FieldKind.Email, "a@b@c", "Needs an @")]
    [InlineData(FieldKind.Email, "k muster@example.com", "space")]
    [InlineData(FieldKind.Country, "Germany", "ISO 3166")]
    [InlineData(FieldKind.Country, "XX", "ISO 3166")]
    [InlineData(FieldKind.Website, "javascript:alert(1)", "https://")]
    [InlineData(FieldKind.Website, "javascript:1/alert(1)", "https://")]
    [InlineData(FieldKind.SocialProfile, "data:text/html,x", "https://")]
    [InlineData(FieldKind.Website, "example com", "space")]
    [InlineData(FieldKind.Phone, "call me", "no phone number")]
    [InlineData(FieldKind.Phone, "+49 691", "too short")]
    public void A_bad_value_is_told_why(FieldKind kind, string? sent, string reason) =>
        Assert.Contains(reason, FieldRules.Check(kind, sent, "DE").Error, StringComparison.Ordinal);

    [Fact]
    public void A_phone_number_without_any_country_is_told_to_bring_one() =>
        Assert.Contains("country code", FieldRules.Check(FieldKind.Phone, "069 90009420", null).Error, StringComparison.Ordinal);

    [Theory]
    [InlineData(FieldKind.LastName, 128)]
    [InlineData(FieldKind.Company, 256)]
    [InlineData(FieldKind.Website, 512)]
    public void The_longest_value_is_taken_and_a_longer_one_is_not(FieldKind kind, int limit)
    {
        Assert.Null(FieldRules.Check(kind, new string('a', limit), null).Error);
        Assert.Contains($"the limit is {limit}", FieldRules.Check(kind, new string('a', limit + 1), null).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Nothing_throws_and_what_is_taken_is_taken_again_unchanged() =>
        Gen.Select(Gen.Enum<FieldKind>(), Gen.Char.Array[0, 12].Select(letters => new string(letters))).Sample((kind, text) =>
        {
            var (stored, error) = FieldRules.Check(kind, text, "DE");
            if (error is null) Assert.Equal((stored, null), FieldRules.Check(kind, stored, "DE"));
        }, iter: 20_000);
}
