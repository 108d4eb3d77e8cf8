using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.MailWorker.Captures;

internal static class CapturesApi
{
    public static void MapCapturesApi(this IEndpointRouteBuilder app)
    {
        var captures = app.MapGroup("/api/v1/captures").WithTags("Captures").RequireCallers(Callers.Gateway);

        captures.MapPost("/mail", CaptureMail.HandleAsync).RequirePermission(Permissions.CapturesWrite).WithName("CaptureMail");
    }
}
