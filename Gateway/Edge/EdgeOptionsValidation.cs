using Microsoft.Extensions.Options;

namespace Signet.Gateway.Edge;

/// <summary>Reports every wrong setting at start, each with the key and the fix.</summary>
internal sealed class EdgeOptionsValidation : IValidateOptions<EdgeOptions>
{
    public ValidateOptionsResult Validate(string? name, EdgeOptions options)
    {
        List<string> errors = [];
        CheckOrigin(errors, "Signet:PublicUrl", options.PublicUrl);
        CheckOrigin(errors, "Signet:SignInUrl", options.SignInUrl);
        if (options.PublicUrl is { IsAbsoluteUri: true } app && options.SignInUrl is { IsAbsoluteUri: true } signIn
            && string.Equals(app.Host, signIn.Host, StringComparison.OrdinalIgnoreCase))
        {
            errors.Add("Signet:SignInUrl names the same host as Signet:PublicUrl. Give the sign-in pages a host of their own, e.g. id.<host>.");
        }

        CheckFile(errors, "Edge:Certificate", options.Certificate);
        CheckFile(errors, "Edge:Key", options.Key);
        return errors.Count == 0 ? ValidateOptionsResult.Success : ValidateOptionsResult.Fail(errors);
    }

    private static void CheckOrigin(List<string> errors, string key, Uri? value)
    {
        if (value is not { IsAbsoluteUri: true, Scheme: "https", AbsolutePath: "/", Query: "", UserInfo: "" })
        {
            errors.Add($"{key} must be an https origin without path, e.g. https://signet.example:443.");
        }
    }

    private static void CheckFile(List<string> errors, string key, string? path)
    {
        if (!File.Exists(path))
        {
            errors.Add($"{key} must name a PEM file that exists and that this process may read.");
        }
    }
}
