using Signet.ServiceDefaults;

namespace Signet.Identity.SignIn;

/// <summary>Takes the host that the browser sees from the gateway, which strips what callers send; from nobody else.</summary>
internal sealed class ForwardedOrigin(RequestDelegate next)
{
    public Task InvokeAsync(HttpContext context)
    {
        if (context.CallerName() == Callers.Gateway && context.Request.Headers["X-Forwarded-Host"] is [{ Length: > 0 } host])
            context.Request.Host = new HostString(host);
        return next(context);
    }
}
