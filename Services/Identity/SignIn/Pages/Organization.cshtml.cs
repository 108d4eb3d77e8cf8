using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Options;
using Signet.Identity.Tokens;

namespace Signet.Identity.SignIn.Pages;

/// <summary>Only for an address and password that fit several organisations: which one. Asked after the password, so that it tells strangers nothing.</summary>
public sealed class OrganizationModel(SignInStates states, PasswordSignIn signIn, IOptions<SignetOptions> options) : PageModel
{
    [BindProperty]
    public string? State { get; set; }

    [BindProperty]
    public Guid Organization { get; set; }

    public string Address { get; private set; } = "";

    public IReadOnlyList<Account> Accounts { get; private set; } = [];

    public IActionResult OnGet()
    {
        State = Request.Cookies[SignInStates.CookieName];
        if (states.Open(State) is not { Accounts: { } accounts } state)
            return Redirect("/signin");

        (Address, Accounts) = (state.Address, accounts);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellationToken)
    {
        if (states.Open(State) is not { Accounts: { } accounts } state || accounts.FirstOrDefault(account => account.OrganizationId == Organization) is not { } chosen)
            return new SeeOther("/signin?expired=true");

        await HttpContext.SignInWithAsync(await signIn.BeginAsync(chosen, cancellationToken));
        Response.Cookies.Delete(SignInStates.CookieName, SignInStates.CookieOptions);
        return new SeeOther(state.ReturnUrl ?? options.Value.StartUrl.AbsoluteUri);
    }
}
