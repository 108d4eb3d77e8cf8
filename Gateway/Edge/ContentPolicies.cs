namespace Signet.Gateway.Edge;

/// <summary>The content security policies of the app, of identity's pages and of data.</summary>
internal sealed class ContentPolicies(EdgeOptions edge)
{
    /// <summary>Answers of the API are never documents.</summary>
    public const string Data = "default-src 'none'; frame-ancestors 'none'";

    /// <summary>Identity's pages: plain forms with their own style sheet. The form leads back to the app, and browsers hold redirects to it too.</summary>
    public string SignIn { get; } =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + $"form-action 'self' {edge.PublicOrigin}; base-uri 'none'; frame-ancestors 'none'";

    /// <summary>
    /// The app: its own scripts, WebAssembly, and the inline scripts of its own page by hash (Blazor's import map). Inline styles are allowed because
    /// MudBlazor sets them; that exception is recorded in the decisions.
    /// </summary>
    public string App(string scriptHashes) =>
        $"default-src 'self'; script-src 'self' 'wasm-unsafe-eval'{scriptHashes}; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; "
        + $"font-src 'self'; connect-src 'self'; manifest-src 'self'; worker-src 'self'; form-action 'self' {edge.SignInOrigin}; "
        + "object-src 'none'; base-uri 'self'; frame-ancestors 'none'";
}
