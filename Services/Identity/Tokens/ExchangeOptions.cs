namespace Signet.Identity.Tokens;

/// <summary>Section <c>Tokens</c>.</summary>
public sealed class ExchangeOptions
{
    public const string Section = "Tokens";

    /// <summary>The services that internal tokens can be made for. Who may call them is checked by each of them, by certificate.</summary>
    public IList<string> Audiences { get; init; } = [];
}
