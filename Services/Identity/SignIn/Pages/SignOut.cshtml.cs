using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Signet.Identity.Sessions;
using Signet.Identity.Tokens;

namespace Signet.Identity.SignIn.Pages;

/// <summary>
/// Ends the session of this browser. A link alone ends nothing that is alive (a stranger's page could hold it): GET asks, and only
/// tidies up the cookie of a session that is over already.
/// </summary>
public sealed class SignOutModel(SessionStore sessions, IOptions<SignetOptions> options) : PageModel
{
    public string AppUrl => options.Value.PublicUrl.AbsoluteUri;

    public async Task<IActionResult> OnGetAsync()
    {
        if ((await HttpContext.AuthenticateAsync(SignInCookie.Scheme)).Succeeded)
            return Page();

        await HttpContext.SignOutAsync(SignInCookie.Scheme);
        return Redirect(AppUrl);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if ((await HttpContext.AuthenticateAsync(SignInCookie.Scheme)).Principal?.FindLive() is { } live)
            await sessions.EndAsync(live.SessionId, cancellationToken);

        await HttpContext.SignOutAsync(SignInCookie.Scheme);
        return new SeeOther(AppUrl);
    }
}
