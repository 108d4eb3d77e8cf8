using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Options;
using Signet.Identity.Tokens;
using Signet.Identity.Users;

namespace Signet.Identity.SignIn.Pages;

/// <summary>First page: the address. Answers the same for every address, known or not.</summary>
public sealed class AddressModel(SignInStates states, IStringLocalizer<SignInText> text, IOptions<SignetOptions> options) : PageModel
{
    [BindProperty]
    public string? Address { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? ReturnUrl { get; set; }

    public string? AddressFault { get; private set; }

    public Problem? Problem { get; private set; }

    /// <param name="again">The person wants another address: the one before is offered for editing.</param>
    /// <param name="expired">Sent back from a later page whose state was too old.</param>
    public async Task<IActionResult> OnGetAsync(bool again = false, bool expired = false)
    {
        var earlier = again ? states.Open(Request.Cookies[SignInStates.CookieName]) : null;
        Address = earlier?.Address;
        ReturnUrl = ReturnUrls.Accept(ReturnUrl) ?? earlier?.ReturnUrl;
        if (expired)
            Problem = new Problem(text["ExpiredTitle"], text["ExpiredDetail"]);

        // Two tabs: the other one has signed in meanwhile.
        var browser = await HttpContext.AuthenticateAsync(SignInCookie.Scheme);
        return browser.Succeeded ? Redirect(ReturnUrl ?? options.Value.StartUrl.AbsoluteUri) : Page();
    }

    public IActionResult OnPost()
    {
        ReturnUrl = ReturnUrls.Accept(ReturnUrl);
        if (!MailAddress.IsPlausible(Address))
        {
            AddressFault = text["AddressFault"];
            Response.StatusCode = StatusCodes.Status422UnprocessableEntity;
            return Page();
        }

        Response.Cookies.Append(SignInStates.CookieName, states.Seal(states.Start(Address!.Trim(), ReturnUrl)), SignInStates.CookieOptions);
        return new SeeOther("/signin/password");
    }
}
