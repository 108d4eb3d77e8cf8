using System.Globalization;
using Signet.Gateway.Edge;
using Yarp.ReverseProxy.Configuration;

namespace Signet.Gateway.Routing;

/// <summary>An address that a service answers.</summary>
/// <param name="Path">The path pattern, forwarded as it is.</param>
/// <param name="Service">The service, which is also the audience of the internal token.</param>
/// <param name="BodyBytes">How large a request body may be.</param>
internal sealed record PublicRoute(string Path, string Service, long BodyBytes = BodyLimit.Default)
{
    public const string ApiKind = "api";
    public const string SignInKind = "sign-in";

    private const string KindKey = "kind";
    private const string BodyBytesKey = "bodyBytes";

    public RouteConfig ToConfig(string kind, string host) => new()
    {
        RouteId = $"{kind}:{Path}",
        ClusterId = Service,
        Match = new RouteMatch { Path = Path, Hosts = [host] },
        Metadata = new Dictionary<string, string>
        {
            [KindKey] = kind,
            [BodyBytesKey] = BodyBytes.ToString(CultureInfo.InvariantCulture),
        },
    };

    /// <summary>Reads back what <see cref="ToConfig"/> wrote.</summary>
    public static BodyLimitMetadata BodyLimitOf(RouteConfig route) =>
        new(long.Parse(route.Metadata![BodyBytesKey], CultureInfo.InvariantCulture));

    /// <summary>Whether callers must show a credential; identity's pages are for those who have none yet.</summary>
    public static bool NeedsCredential(RouteConfig route) => route.Metadata![KindKey] == ApiKind;
}
