namespace Signet.Identity.SignIn.Pages;

/// <summary>What went wrong and what to do, above the form.</summary>
public sealed record Problem(string Title, string Detail);
