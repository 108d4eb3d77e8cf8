using Microsoft.AspNetCore.Components;

namespace Signet.Web.Api;

/// <summary>The way to the sign-in page, which lives on an origin of its own: out of the app, and back to the same page.</summary>
public sealed class SignIn(NavigationManager navigation)
{
    private bool leaving;

    /// <summary>Several requests can find out at once that the session has ended; the browser is sent away once.</summary>
    public void Leave()
    {
        if (leaving) return;
        leaving = true;
        var here = "/" + navigation.ToBaseRelativePath(navigation.Uri);
        navigation.NavigateTo($"/signin?returnUrl={Uri.EscapeDataString(here)}", forceLoad: true);
    }
}
