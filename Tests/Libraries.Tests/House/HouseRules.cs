using System.Text.RegularExpressions;

namespace Signet.Tests.House;

/// <summary>Rules about the sources that no compiler checks.</summary>
public sealed partial class HouseRules
{
    [Fact]
    public void Program_files_are_tables_of_contents()
    {
        var limits = new Dictionary<string, int> { ["AppHost"] = 90, ["Gateway"] = 40, ["Identity"] = 40, ["Contacts"] = 35, ["CrmConnector"] = 35, ["MailWorker"] = 35 };

        var offenders = limits
            .Select(limit => (limit.Key, limit.Value, Lines: File.ReadLines(Path.Combine(Repository.Root, Repository.Projects[limit.Key].Folder, "Program.cs")).Count()))
            .Where(file => file.Lines > file.Value)
            .Select(file => $"{file.Key}/Program.cs has {file.Lines} lines, at most {file.Value}: move what it does into an extension method of its subject");

        Assert.Empty(offenders);
    }

    [Fact]
    public void No_secret_is_in_the_sources()
    {
        var offenders =
            from path in Repository.SourceFiles(".cs", ".json", ".sh", ".md", ".pem", ".key", ".crt", ".yml", ".config", ".props", ".html", ".js")
            from line in File.ReadLines(path).Select((text, index) => (text, number: index + 1))
            where PrivateKey().IsMatch(line.text) || PersonalAccessToken().IsMatch(line.text)
            select $"{Path.GetRelativePath(Repository.Root, path)}:{line.number}";

        Assert.Empty(offenders);
    }

    [Theory]
    [InlineData("-----BEGIN PRIVATE KEY" + "-----", true)]
    [InlineData("\"-----BEGIN EC PRIVATE KEY" + "-----\\nMII\"", true)]
    [InlineData("-----BEGIN CERTIFICATE-----", false)]
    public void A_private_key_would_be_found(string line, bool found) => Assert.Equal(found, PrivateKey().IsMatch(line));

    [Fact]
    public void Files_are_called_after_their_subject_and_never_just_extensions() =>
        Assert.DoesNotContain(Repository.SourceFiles(".cs"), path => Path.GetFileName(path) is "Extensions.cs" or "Helpers.cs" or "Utils.cs");

    [GeneratedRegex("-----BEGIN [A-Z ]*PRIVATE KEY-----")]
    private static partial Regex PrivateKey();

    [GeneratedRegex(@"\bsgp_[A-Za-z0-9_-]{32,}")]
    private static partial Regex PersonalAccessToken();
}
