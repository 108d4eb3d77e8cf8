using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Signet.Identity.Tokens;

namespace Signet.Identity.SignIn.Pages;

/// <summary>Second page: the password. Unknown address, wrong password and resting account get the same answer.</summary>
public sealed class PasswordModel(SignInStates states, PasswordSignIn signIn, IStringLocalizer<SignInText> text, IOptions<SignetOptions> options) : PageModel
{
    [BindProperty]
    public string? State { get; set; }

    [BindProperty]
    public string? Password { get; set; }

    public string Address { get; private set; } = "";

    public Problem? Problem { get; private set; }

    public IActionResult OnGet()
    {
        State = Request.Cookies[SignInStates.CookieName];
        if (states.Open(State) is not { } state)
            return Redirect("/signin");

        Address = state.Address;
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (states.Open(State) is not { } state)
            return new SeeOther("/signin?expired=true");

        var accounts = await signIn.CheckAsync(state.Address, Password ?? "", cancellationToken);
        if (accounts is [var account])
        {
            await HttpContext.SignInWithAsync(await signIn.BeginAsync(account, cancellationToken));
            Response.Cookies.Delete(SignInStates.CookieName, SignInStates.CookieOptions);
            return new SeeOther(state.ReturnUrl ?? options.Value.StartUrl.AbsoluteUri);
        }

        if (accounts.Count > 1)
        {
            Response.Cookies.Append(SignInStates.CookieName, states.Seal(state with { Accounts = accounts }), SignInStates.CookieOptions);
            return new SeeOther("/signin/organization");
        }

        Address = state.Address;
        Problem = new Problem(text["RefusedTitle"], text["RefusedDetail"]);
        Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
        return Page();
    }
}
