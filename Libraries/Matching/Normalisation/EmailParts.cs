using System.Collections.Frozen;

namespace Signet.Matching.Normalisation;

/// <summary>An address in lower case, taken apart. Without an "@" there is only the whole.</summary>
/// <param name="IsRole">A mailbox of an office, not of a person.</param>
/// <param name="IsFree">The domain of a mail provider: it says nothing about the company.</param>
internal readonly record struct EmailParts(string Whole, string Local, string Domain, bool IsRole, bool IsFree)
{
    private static readonly FrozenSet<string> Providers = Table.Words("freemail").ToFrozenSet(StringComparer.Ordinal);

    public static EmailParts Read(string value)
    {
        var whole = value.Trim().ToLowerInvariant().Normalized();
        if (whole.StartsWith("mailto:", StringComparison.Ordinal)) whole = whole[7..];
        var at = whole.LastIndexOf('@');
        if (at <= 0 || at == whole.Length - 1) return new(whole, whole, "", false, false);
        var domain = whole[(at + 1)..];
        return new(whole, whole[..at], domain, RoleAddresses.Contains(whole), Providers.Contains(domain));
    }

    /// <summary>The label that somebody registered: "gmx" of "gmx.de", "firma" of "mail.firma.co.uk".</summary>
    public static string Owner(string domain)
    {
        var labels = domain.Split('.');
        if (labels.Length < 2) return domain;
        var isSecondLevel = labels.Length > 2 && labels[^2].Length <= 3 && labels[^1].Length == 2;
        return isSecondLevel ? labels[^3] : labels[^2];
    }
}
