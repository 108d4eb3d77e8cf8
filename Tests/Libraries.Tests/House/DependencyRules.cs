namespace Signet.Tests.House;

/// <summary>Who may know whom (docs/architecture.md, "The house").</summary>
public sealed class DependencyRules
{
    [Fact]
    public void Libraries_know_no_host()
    {
        var offenders = References(from => from.Folder.StartsWith("Libraries/", StringComparison.Ordinal))
            .Where(pair => !pair.To.Folder.StartsWith("Libraries/", StringComparison.Ordinal));

        Assert.Empty(offenders.Select(Describe));
    }

    [Fact]
    public void Services_know_service_defaults_and_libraries_and_never_each_other()
    {
        var offenders = References(from => from.Folder.StartsWith("Services/", StringComparison.Ordinal))
            .Where(pair => pair.To.Name != "ServiceDefaults" && !pair.To.Folder.StartsWith("Libraries/", StringComparison.Ordinal));

        Assert.Empty(offenders.Select(Describe));
    }

    [Fact]
    public void The_gateway_knows_no_services_types()
    {
        var offenders = References(from => from.Name == "Gateway")
            .Where(pair => pair.To.Folder.StartsWith("Services/", StringComparison.Ordinal));

        Assert.Empty(offenders.Select(Describe));
    }

    [Fact]
    public void Hosting_and_service_defaults_stand_alone()
    {
        // Built beside it and launched as a process; no type of it is used.
        Assert.Equal(["RedisServer"], Repository.Projects["Hosting"].References);
        Assert.Equal(["Contracts"], Repository.Projects["ServiceDefaults"].References);
    }

    [Fact]
    public void Matching_needs_nothing_else_so_that_everything_can_ask_it() => Assert.Empty(Repository.Projects["Matching"].References);

    [Fact]
    public void The_rules_look_at_real_projects() =>
        Assert.Superset(
            new HashSet<string> { "AppHost", "Gateway", "Identity", "Contacts", "CrmConnector", "MailWorker", "Extraction", "Matching", "Contracts", "Hosting", "ServiceDefaults" },
            Repository.Projects.Keys.ToHashSet());

    private static IEnumerable<(Repository.Project From, Repository.Project To)> References(Func<Repository.Project, bool> isSource) =>
        Repository.Projects.Values.Where(isSource)
            .SelectMany(project => project.References.Select(name => (project, Repository.Projects[name])));

    private static string Describe((Repository.Project From, Repository.Project To) pair) => $"{pair.From.Folder} references {pair.To.Folder}";
}
