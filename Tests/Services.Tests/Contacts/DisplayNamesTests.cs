using Signet.Contacts.Contacts;
using static Signet.Services.Tests.Contacts.Some;

namespace Signet.Services.Tests.Contacts;

public sealed class DisplayNamesTests
{
    [Fact]
    public void A_person_is_called_by_title_and_name() =>
        Assert.Equal("Dr. Anna Müller", DisplayNames.Of([Last("Müller"), First("Anna"), Title("Dr."), Company("Muster AG")]));

    [Fact]
    public void Without_a_name_the_company_stands_for_it_then_the_address_then_the_number()
    {
        Assert.Equal("Muster AG", DisplayNames.Of([Email("info@example.com"), Company("Muster AG"), Title("Dr.")]));
        Assert.Equal("info@example.com", DisplayNames.Of([Phone("+49699000"), Email("info@example.com")]));
        Assert.Equal("+49699000", DisplayNames.Of([Phone("+49699000")]));
    }

    [Fact]
    public void Titles_do_not_sort() => Assert.Equal("ozlem ay", DisplayNames.SortKey([Title("Dr."), First("Özlem"), Last("Ay")]));
}
