using Microsoft.AspNetCore.Mvc.Core.Infrastructure;
using Microsoft.AspNetCore.Mvc.Filters;
using Signet.Identity.SignIn.Pages;

namespace Signet.Identity.SignIn;

/// <summary>A form without its token was refused: show the person a page instead of an empty 400.</summary>
internal sealed class ForgedFormFilter : IAlwaysRunResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is IAntiforgeryValidationFailedResult)
            context.Result = new SeeOther(FaultModel.Path);
    }

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
