using Microsoft.Extensions.Hosting;

namespace Signet.ServiceDefaults;

/// <summary>
/// What this host is called in certificates, tokens and key derivation. From the program's own name and not the resource's, because a
/// service and its migration are one program under two resource names and must derive the same keys.
/// </summary>
public sealed record ServiceName(string Value)
{
    /// <summary>The domain of every internal name; <c>contacts.signet.internal</c> is the service contacts.</summary>
    public const string Domain = ".signet.internal";

    /// <summary>"Signet.MailWorker" is "mail-worker", unless <c>Signet:ServiceName</c> says otherwise.</summary>
    public static ServiceName Of(IHostApplicationBuilder builder) =>
        new(builder.Configuration["Signet:ServiceName"] ?? Hyphenate(builder.Environment.ApplicationName.Split('.')[^1]));

    public override string ToString() => Value;

    private static string Hyphenate(string name) => string.Concat(name.Select((letter, index) =>
        char.IsUpper(letter) && index > 0 ? $"-{char.ToLowerInvariant(letter)}" : $"{char.ToLowerInvariant(letter)}"));
}
