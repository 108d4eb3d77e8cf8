using System.Text.RegularExpressions;
using System.Xml.Linq;
using Signet.Testing;

namespace Signet.Web.Tests.House;

/// <summary>Rules of the design language that a compiler does not know.</summary>
public sealed partial class SourceTests
{
    private static readonly string[] Wrapped = ["<MudButton", "<MudIconButton", "<MudTextField", "<MudSelect", "<MudChip", "<MudAlert", "<MudDataGrid", "<MudIcon"];

    [Fact]
    public void Pages_use_the_wrappers_and_not_MudBlazor_itself()
    {
        var pages = Repository.Files("*.razor").Where(file => !file.Contains($"{Path.DirectorySeparatorChar}Components{Path.DirectorySeparatorChar}", StringComparison.Ordinal)).ToList();
        Assert.NotEmpty(pages);
        Assert.Empty(pages.SelectMany(file => Wrapped.Where(tag => Regex.IsMatch(File.ReadAllText(file), tag + @"\b")).Select(tag => $"{Path.GetFileName(file)}: {tag}")));
    }

    [Fact]
    public void Colours_are_written_in_the_tokens_only()
    {
        var files = Repository.Files("*.css").Concat(Repository.Files("*.razor")).Where(file => Path.GetFileName(file) is not "tokens.css");
        Assert.Empty(files.SelectMany(file => HexColour().Matches(File.ReadAllText(file)).Select(match => $"{Path.GetFileName(file)}: {match.Value}")));
    }

    [Fact]
    public void Only_Lucide_icons_are_used() => Assert.DoesNotContain(Repository.Files("*.razor"), file => File.ReadAllText(file).Contains("Icons.Material", StringComparison.Ordinal));

    [Fact]
    public void No_page_carries_script_or_event_attributes()
    {
        var html = File.ReadAllText(Repository.Web("wwwroot", "index.html"));
        var inline = InlineScript().Matches(html).Select(match => match.Value).Where(tag => !tag.Contains("src=", StringComparison.Ordinal)).ToList();
        Assert.Equal(["<script type=\"importmap\">"], inline); // the build fills it; the gateway allows it by its hash
        Assert.DoesNotMatch(@"\son[a-z]+=", html);
    }

    [Fact]
    public void The_theme_is_set_before_any_style_sheet_is_read()
    {
        var html = File.ReadAllText(Repository.Web("wwwroot", "index.html"));
        Assert.True(html.IndexOf("ui/theme.js", StringComparison.Ordinal) is > 0 and var script && script < html.IndexOf("stylesheet", StringComparison.Ordinal));
    }

    [Fact]
    public void Every_text_that_is_asked_for_exists()
    {
        var texts = Texts();
        var asked = Sources().SelectMany(source => TextKey().Matches(source).Select(match => match.Groups[1].Value)).ToHashSet();
        Assert.True(asked.Count > 100);
        Assert.Empty(asked.Except(texts.Keys));
    }

    [Fact]
    public void Every_rule_of_the_reader_has_words()
    {
        var rules = Directory.GetFiles(Path.Combine(RepositoryRoot.Path, "Libraries", "Extraction"), "*.cs", SearchOption.AllDirectories)
            .SelectMany(file => RuleId().Matches(File.ReadAllText(file)).Select(match => match.Groups[1].Value)).ToHashSet();
        Assert.True(rules.Count > 15);
        Assert.Empty(rules.Select(rule => $"Rule_{rule}").Except(Texts().Keys));
    }

    [Fact]
    public void Every_text_is_used()
    {
        var all = string.Concat(Sources());
        string[] families = ["Field_", "Group_", "Line_", "Phone_", "Source_", "Rule_", "Check_", "Problem_", "Scope_", "Theme_", "Key_", "Reason_"];
        Assert.DoesNotContain(Texts().Keys, key => !families.Any(family => key.StartsWith(family, StringComparison.Ordinal)) && !all.Contains($"\"{key}\"", StringComparison.Ordinal));
    }

    /// <summary>The manner of speaking: no exclamation, no "please", no "successfully", no "Oops", no "Error:".</summary>
    [Fact]
    public void Texts_speak_as_the_design_language_does()
    {
        string[] banned = ["!", "please", "successful", "oops", "error:", " – "];
        Assert.Empty(Texts().Where(text => banned.Any(word => text.Value.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(text => text.Key));
    }

    private static Dictionary<string, string> Texts() =>
        XDocument.Load(Repository.Web("Texts.resx")).Root!.Elements("data").ToDictionary(data => data.Attribute("name")!.Value, data => data.Element("value")!.Value);

    private static IEnumerable<string> Sources() => Repository.Files("*.razor").Concat(Repository.Files("*.cs")).Select(File.ReadAllText);

    [GeneratedRegex(@"#[0-9a-fA-F]{3,8}\b(?=[^{]*[;,)])")]
    private static partial Regex HexColour();

    /// <summary>"phone.label"; not "x.com".</summary>
    [GeneratedRegex(@"""((?:salutation|name|title|department|company|address|email|phone|website|social|vat|register)\.[a-z-]+)""")]
    private static partial Regex RuleId();

    [GeneratedRegex("<script[^>]*>")]
    private static partial Regex InlineScript();

    [GeneratedRegex(@"(?:\bT|\btexts)\[""([A-Za-z][A-Za-z0-9_.-]*)""")]
    private static partial Regex TextKey();
}
