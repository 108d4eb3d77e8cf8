namespace Signet.Identity.Tokens;

/// <summary>Services with rights of their own at identity.</summary>
internal static class Callers
{
    public const string Gateway = "gateway";
}
