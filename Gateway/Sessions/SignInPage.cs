using System.Net;

namespace Signet.Gateway.Sessions;

/// <summary>The pages of a sign-in that did not end well. They stand alone: the app cannot be shown to somebody who is not signed in, and a redirect could loop.</summary>
internal static class SignInPage
{
    public static IResult Expired() => Page(
        StatusCodes.Status400BadRequest, "This sign-in is no longer valid",
        "It took too long, was finished in another tab, or this browser does not keep our cookies.", "/");

    public static IResult Declined(string returnUrl) => Page(
        StatusCodes.Status403Forbidden, "You were not signed in",
        "The sign-in was cancelled or refused. Nothing was changed.", returnUrl);

    /// <param name="origin">The app's origin, where this is shown on identity's.</param>
    public static IResult Unavailable(string returnUrl, int status = StatusCodes.Status503ServiceUnavailable, string origin = "") => Page(
        status, "Sign-in does not answer",
        "A part of Signet is not running. Wait a few seconds and try again.", returnUrl, origin);

    private static IResult Page(int status, string title, string text, string returnUrl, string origin = "") => Results.Content(
        $$"""
        <!DOCTYPE html>
        <html lang="en">
        <head>
          <meta charset="utf-8">
          <meta name="viewport" content="width=device-width, initial-scale=1">
          <title>{{title}} · Signet</title>
          <style>
            :root { color-scheme: light dark; font: 16px/1.5 system-ui, sans-serif }
            main { max-width: 26rem; margin: 20vh auto 0; padding: 0 1.5rem }
            h1 { font-size: 1.25rem }
          </style>
        </head>
        <body>
          <main>
            <h1>{{title}}</h1>
            <p>{{text}}</p>
            <p><a href="{{origin}}/signin?returnUrl={{WebUtility.UrlEncode(returnUrl)}}">Sign in again</a></p>
          </main>
        </body>
        </html>
        """, "text/html; charset=utf-8", statusCode: status);
}
