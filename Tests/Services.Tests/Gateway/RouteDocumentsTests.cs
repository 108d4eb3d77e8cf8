using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Signet.Gateway.Routing;
using Signet.Testing;

namespace Signet.Services.Tests.Gateway;

/// <summary>The gateway's routes and the services' checked-in documents say the same.</summary>
public sealed class RouteDocumentsTests
{
    private static readonly string _folder = Path.Combine(RepositoryRoot.Path, "docs", "openapi");

    private static readonly Dictionary<string, string> _services = new()
    {
        ["Identity"] = RouteTable.Identity,
        ["Contacts"] = RouteTable.Contacts,
        ["MailWorker"] = RouteTable.Captures,
        ["CrmConnector"] = RouteTable.Connectors,
    };

    [Fact]
    public void Every_service_has_a_document() =>
        Assert.Equal(_services.Keys.Order(), Directory.GetFiles(_folder, "*.json").Select(Path.GetFileNameWithoutExtension).Order());

    [Fact]
    public void Every_documented_operation_is_routed_to_the_service_that_documents_it()
    {
        foreach (var (document, service) in _services)
        {
            foreach (var path in PathsOf(document))
            {
                Assert.Equal(service, RouteTable.Api.SingleOrDefault(route => Matches(route, path))?.Service);
            }
        }
    }

    [Fact]
    public void Every_route_leads_to_a_documented_operation()
    {
        foreach (var route in RouteTable.Api)
        {
            var document = _services.Single(pair => pair.Value == route.Service).Key;

            Assert.Contains(PathsOf(document), path => Matches(route, path));
        }
    }

    [Fact]
    public void Nothing_internal_is_routed()
    {
        Assert.All(RouteTable.Api, route => Assert.StartsWith("/api/v1/", route.Path, StringComparison.Ordinal));
        Assert.DoesNotContain(RouteTable.SignIn, route => route.Path.StartsWith("/internal", StringComparison.Ordinal) || route.Path == "/connect/token");
    }

    private static List<string> PathsOf(string document)
    {
        using var json = JsonDocument.Parse(File.ReadAllText(Path.Combine(_folder, document + ".json")));
        var paths = json.RootElement.GetProperty("paths").EnumerateObject().Select(path => path.Name).ToList();
        Assert.NotEmpty(paths);
        return paths;
    }

    private static bool Matches(PublicRoute route, string path) =>
        new TemplateMatcher(TemplateParser.Parse(route.Path.TrimStart('/')), new RouteValueDictionary()).TryMatch(new PathString(path.Replace('{', '_').Replace('}', '_')), new RouteValueDictionary());
}
