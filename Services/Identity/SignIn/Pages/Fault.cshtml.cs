using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Signet.Identity.Tokens;

namespace Signet.Identity.SignIn.Pages;

/// <summary>For a request that cannot be led back to the app: wrong client or redirect, or a form whose token does not fit.</summary>
public sealed class FaultModel(IOptions<SignetOptions> options) : PageModel
{
    public const string Path = "/signin/fault";

    public string StartUrl => options.Value.StartUrl.AbsoluteUri;

    public void OnGet() => Response.StatusCode = StatusCodes.Status400BadRequest;
}
