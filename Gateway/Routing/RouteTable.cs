using Signet.Gateway.Edge;
using Yarp.ReverseProxy.Configuration;

namespace Signet.Gateway.Routing;

/// <summary>
/// Everything that can be reached from outside, on one screen. What is not named here is not reachable, above all <c>/internal</c> and
/// <c>/connect/token</c>. A test holds this table against the services' OpenAPI documents.
/// </summary>
internal static class RouteTable
{
    public const string Identity = "identity";
    public const string Contacts = "contacts";
    public const string Captures = "mail-worker";
    public const string Connectors = "crm-connector";

    /// <summary>The API: a credential is swapped for an internal token.</summary>
    public static IReadOnlyList<PublicRoute> Api { get; } =
    [
        new("/api/v1/me", Identity),
        new("/api/v1/organization/{**rest}", Identity),
        new("/api/v1/access-tokens/{**rest}", Identity),
        new("/api/v1/sessions/{**rest}", Identity),
        new("/api/v1/lists/{**rest}", Contacts),
        new("/api/v1/drafts/{**rest}", Contacts),
        new("/api/v1/contacts/{**rest}", Contacts),
        new("/api/v1/duplicates/{**rest}", Contacts),
        new("/api/v1/captures/{**rest}", Captures, BodyLimit.Captures),
        new("/api/v1/connectors/{**rest}", Connectors),
    ];

    /// <summary>Identity's pages, on their own host, for people who have no credential yet.</summary>
    public static IReadOnlyList<PublicRoute> SignIn { get; } =
    [
        new("/connect/authorize", Identity),
        new("/signin/{**rest}", Identity),
        new("/signout", Identity),
        new("/assets/{**rest}", Identity),
        new("/.well-known/openid-configuration", Identity),
        new("/.well-known/jwks", Identity),
    ];

    public static IReadOnlyList<RouteConfig> Routes(EdgeOptions edge) =>
        [.. Api.Select(route => route.ToConfig(PublicRoute.ApiKind, edge.PublicUrl.Host)), .. SignIn.Select(route => route.ToConfig(PublicRoute.SignInKind, edge.SignInUrl.Host))];

    public static IReadOnlyList<ClusterConfig> Clusters { get; } =
        [.. Api.Concat(SignIn).Select(route => route.Service).Distinct().Select(ServiceCluster.Of)];
}
