using Signet.Gateway.Edge;

namespace Signet.Gateway.Sessions;

/// <summary>
/// Cross-site request forgery: a browser sends the session cookie along with requests that other sites cause. So whatever changes something
/// by cookie must carry a header that other sites cannot set, and come from this very origin.
/// </summary>
internal static class OriginRule
{
    public const string Header = "Signet-Request";

    public static bool Allows(HttpRequest request, EdgeOptions edge) =>
        IsSafe(request.Method) || (request.Headers[Header] == "1" && IsOwn(request, edge));

    private static bool IsSafe(string method) =>
        HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    // Browsers send Origin with every unsafe request; Sec-Fetch-Site stands in where a proxy or an extension removed it.
    private static bool IsOwn(HttpRequest request, EdgeOptions edge) => request.Headers.Origin.Count > 0
        ? string.Equals(request.Headers.Origin, edge.PublicOrigin, StringComparison.OrdinalIgnoreCase)
        : request.Headers["Sec-Fetch-Site"] == "same-origin";
}
