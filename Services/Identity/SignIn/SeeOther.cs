using Microsoft.AspNetCore.Mvc;

namespace Signet.Identity.SignIn;

/// <summary>303: after a form, the browser goes on with GET, and "back" does not send the form again.</summary>
internal sealed class SeeOther(string location) : ActionResult
{
    public override void ExecuteResult(ActionContext context)
    {
        context.HttpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.HttpContext.Response.Headers.Location = location;
    }
}
