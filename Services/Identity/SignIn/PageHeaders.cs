using System.Net.Mime;
using Microsoft.Extensions.Options;
using Signet.Identity.Tokens;

namespace Signet.Identity.SignIn;

/// <summary>
/// Headers of HTML answers. The policy has no exception for inline styles or scripts; forms may lead to the app, because a sign-in ends
/// with a redirect there and browsers hold redirects against <c>form-action</c> too.
/// </summary>
internal sealed class PageHeaders(RequestDelegate next, IOptions<SignetOptions> options)
{
    public Task InvokeAsync(HttpContext context)
    {
        context.Response.OnStarting(() =>
        {
            var headers = context.Response.Headers;
            headers.XContentTypeOptions = "nosniff";
            if (context.Response.ContentType?.StartsWith(MediaTypeNames.Text.Html, StringComparison.OrdinalIgnoreCase) is not true)
                return Task.CompletedTask;

            headers.ContentSecurityPolicy =
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self'; "
                + $"form-action 'self' {options.Value.PublicUrl.GetLeftPart(UriPartial.Authority)}; base-uri 'none'; frame-ancestors 'none'";
            headers["Referrer-Policy"] = "no-referrer";
            headers.CacheControl = "no-store";
            return Task.CompletedTask;
        });
        return next(context);
    }
}
