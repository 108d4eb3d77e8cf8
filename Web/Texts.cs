namespace Signet.Web;

/// <summary>Names the resource file with every text of the app: inject <c>IStringLocalizer&lt;Texts&gt;</c>.</summary>
public sealed class Texts;
