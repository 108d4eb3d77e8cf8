namespace Signet.Identity.SignIn;

/// <summary>
/// Directory row: which organisations know a sign-in address. It is read before the organisation is known, so it is outside row-level
/// security and holds a hash instead of the address.
/// </summary>
public sealed class SignInAddress
{
    public required byte[] AddressHash { get; init; }

    public Guid OrganizationId { get; init; }

    public Guid UserId { get; init; }
}
