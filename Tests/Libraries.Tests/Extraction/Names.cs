using Signet.Extraction.Mail;
using Signet.Extraction.People;

namespace Signet.Tests.Extraction;

/// <summary>Names taken apart, and who the sender is.</summary>
public sealed class Names
{
    [Theory]
    [InlineData("Erika Muster", "", "Erika", "", "Muster", "")]
    [InlineData("Dr. Erika Muster", "Dr.", "Erika", "", "Muster", "")]
    [InlineData("Prof. Dr.-Ing. Erika Muster", "Prof. Dr.-Ing.", "Erika", "", "Muster", "")]
    [InlineData("Muster, Erika", "", "Erika", "", "Muster", "")]
    [InlineData("Muster, Erika (IT-2)", "", "Erika", "", "Muster", "")]
    [InlineData("Erika Anna Muster", "", "Erika", "Anna", "Muster", "")]
    [InlineData("Erika von der Muster", "", "Erika", "", "von der Muster", "")]
    [InlineData("ERIKA MUSTER", "", "Erika", "", "Muster", "")]
    [InlineData("Mark D. Sample, CFA", "", "Mark", "D.", "Sample", "CFA")]
    [InlineData("Erika Muster, M.Sc.", "", "Erika", "", "Muster", "M.Sc.")]
    [InlineData("Pol Phil", "", "Pol", "", "Phil", "")]
    [InlineData("Erika Muster-Beispiel", "", "Erika", "", "Muster-Beispiel", "")]
    public void A_name_is_taken_apart(string text, string title, string first, string middle, string last, string suffix)
    {
        var name = NameReader.Read(text)!;

        Assert.Equal((title, first, middle, last, suffix), (name.Title.Value, name.First.Value, name.Middle.Value, name.Last.Value, name.Suffix.Value));
    }

    [Theory]
    [InlineData("Lucía García Ejemplo", "ejemplo.example.es", "Lucía", "García Ejemplo")]
    [InlineData("José Luis Ejemplo", "ejemplo.example.es", "José", "Ejemplo")]
    [InlineData("José Luis García Ejemplo", "ejemplo.example.es", "José", "García Ejemplo")]
    [InlineData("Erika Anna Muster", "muster.example.de", "Erika", "Muster")]
    public void Two_surnames_are_read_where_people_have_two(string display, string domain, string first, string last)
    {
        var name = SenderIdentity.Of(new Sender(display, $"x@{domain}"))!.Name!;

        Assert.Equal((first, last), (name.First.Value, name.Last.Value));
    }

    [Theory]
    [InlineData("Kupfer Werke GmbH")]
    [InlineData("Kupfer Consulting")]
    [InlineData("Rovere Impianti SpA")]
    public void A_company_in_the_header_is_no_person(string display) => Assert.Null(SenderIdentity.Of(new Sender(display, "info@kupfer.example"))!.Name);

    [Theory]
    [InlineData("Erika Muster (Kupfer Werke GmbH)")]
    [InlineData("Erika Muster | Kupfer Consulting")]
    public void A_person_beside_a_company_in_the_header_is_one(string display) => Assert.Equal("Muster", SenderIdentity.Of(new Sender(display, "info@kupfer.example"))!.Name!.Last.Value);

    [Theory]
    [InlineData("call me at 5")]
    [InlineData("www.example.org")]
    [InlineData("R&D Department")]
    public void What_is_no_name_is_refused(string text) => Assert.Null(NameReader.Read(text));

    [Theory]
    [InlineData("Muster Erika", "erika.muster@example.org", "Erika", "Muster")]
    [InlineData("Erika Muster", "erika.muster@example.org", "Erika", "Muster")]
    [InlineData("Erika Muster", "muster.erika@example.org", "Erika", "Muster")]
    [InlineData("Muster, Erika", "em@example.org", "Erika", "Muster")]
    [InlineData("von Muster Erika", "em@example.org", "Erika", "von Muster")]
    [InlineData("erika muster", "em@example.org", "Erika", "Muster")]
    [InlineData("Erika Muster via Users", "users@lists.example.org", "Erika", "Muster")]
    public void The_header_gives_the_name_in_order(string display, string address, string first, string last)
    {
        var name = SenderIdentity.Of(new Sender(display, address))!.Name!;

        Assert.Equal((first, last), (name.First.Value, name.Last.Value));
    }
}
