using Signet.Extraction.Mail;
using Signet.Extraction.People;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Tests.Extraction;

/// <summary>The word tables: whatever is not written as it is looked up is never found.</summary>
public sealed class Tables
{
    public static TheoryData<string> Names => [.. typeof(Table).Assembly.GetManifestResourceNames()];

    [Theory]
    [MemberData(nameof(Names))]
    public void Every_entry_is_folded_unless_it_is_a_code(string table) =>
        Assert.All(Table.Lines(table).SelectMany(line => line.Split(' ', ',')).Where(word => !word.All(char.IsAsciiLetterUpper)), word => Assert.Equal(Folding.Fold(word), word));

    [Theory]
    [InlineData("gmail.com", null)]
    [InlineData("yahoo.co.uk", null)]
    [InlineData("planet.nl", null)]
    [InlineData("planet.example", "planet")]
    [InlineData("home.example", "home")]
    [InlineData("mail.kupfer.example", "kupfer")]
    public void A_provider_is_known_by_its_whole_domain_and_names_no_company(string domain, string? key) => Assert.Equal(key, SenderIdentity.Of(new Sender("Erika Muster", "erika@" + domain))!.CompanyKey);

    [Theory]
    [InlineData("Copyright 2003 The Sample Tides Company", true)]
    [InlineData("Copyright (c) The Sample Tides Company", true)]
    [InlineData("© The Sample Tides Company", true)]
    [InlineData("Copyright Manager Erika Muster", false)]
    public void A_note_of_copyright_is_a_disclaimer(string line, bool isOne) => Assert.Equal(isOne, Disclaimers.Matches(new(0, 0, line, line.Length)));
}
