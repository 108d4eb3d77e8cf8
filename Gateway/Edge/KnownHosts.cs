using Microsoft.Extensions.Options;

namespace Signet.Gateway.Edge;

/// <summary>Serves only the two names of this site, and only methods that mean something here: TRACE would echo cookies (ASVS V13.4.4).</summary>
internal sealed class KnownHosts(RequestDelegate next, IOptions<EdgeOptions> options)
{
    private static readonly HashSet<string> _methods = new(StringComparer.Ordinal)
    {
        HttpMethods.Get, HttpMethods.Head, HttpMethods.Post, HttpMethods.Put, HttpMethods.Patch, HttpMethods.Delete, HttpMethods.Options,
    };

    private readonly EdgeOptions _edge = options.Value;

    public Task InvokeAsync(HttpContext context)
    {
        var request = context.Request;
        if (!_methods.Contains(request.Method))
        {
            return EdgeProblems.MethodRefused().ExecuteAsync(context);
        }

        if (HealthPaths.Contains(request.Path) || _edge.IsPublicHost(request.Host) || IsIdentitys(context))
        {
            return next(context);
        }

        return _edge.IsSignInHost(request.Host)
            ? EdgeProblems.UnknownPath().ExecuteAsync(context)
            : EdgeProblems.UnknownHost(_edge.PublicOrigin).ExecuteAsync(context);
    }

    /// <summary>The sign-in host has identity's routes and nothing else: no file of the app is a document of that origin.</summary>
    private bool IsIdentitys(HttpContext context) =>
        _edge.IsSignInHost(context.Request.Host) && context.GetEndpoint()?.Metadata.GetMetadata<BodyLimitMetadata>() is not null;
}
