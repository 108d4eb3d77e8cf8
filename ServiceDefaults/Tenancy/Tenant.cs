namespace Signet.ServiceDefaults;

/// <summary>
/// For whom this scope works. Filled from the internal token; jobs and sign-in say it with <see cref="Become"/>. Without an organisation
/// row-level security shows no row of any.
/// </summary>
public sealed class Tenant
{
    public Guid OrganizationId { get; private set; }

    public Guid UserId { get; private set; }

    public Guid SessionId { get; private set; }

    /// <summary>The service that acts for the user ("mail-worker"); null when the user's own request came through the gateway.</summary>
    public string? Actor { get; private set; }

    public bool IsKnown => OrganizationId != Guid.Empty;

    /// <summary>Takes effect with the next transaction.</summary>
    public void Become(Guid organizationId, Guid userId = default, Guid sessionId = default, string? actor = null) =>
        (OrganizationId, UserId, SessionId, Actor) = (organizationId, userId, sessionId, actor);
}
