namespace Signet.Identity.SignIn;

/// <summary>The texts of the sign-in pages: <c>SignInText.resx</c>, further languages beside it.</summary>
public sealed class SignInText;
