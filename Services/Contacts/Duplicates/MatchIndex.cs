using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Signet.Contacts.Duplicates;

/// <summary>What is known of an organisation's match keys: which version of the normalisation they are made by, and how common values are.</summary>
public sealed class MatchIndex
{
    private MatchIndex()
    {
    }

    public MatchIndex(Guid organizationId) => OrganizationId = organizationId;

    public Guid OrganizationId { get; private set; }

    /// <summary>Every contact has its keys of this version. 0 when none has been made.</summary>
    public int Version { get; private set; }

    /// <summary>No contact has keys of a version before this one.</summary>
    public int OldestVersion { get; private set; }

    /// <summary>The version of the pass that is under way, and the last contact that it has done: after a restart it goes on there.</summary>
    public int PassVersion { get; private set; }

    public Guid? PassedTo { get; private set; }

    /// <summary>Live contacts when <see cref="TermCounts"/> were made.</summary>
    public int Contacts { get; private set; }

    public DateTimeOffset? CountedAt { get; private set; }

    /// <summary>How common values are (Matching.Records.TermCounts); null while there are too few contacts to tell.</summary>
    public byte[]? TermCounts { get; private set; }

    /// <summary>Where the pass to a version goes on; null at the beginning.</summary>
    public Guid? PassOf(int version) => PassVersion == version ? PassedTo : null;

    public void Pass(int version, Guid to) => (PassVersion, PassedTo) = (version, to);

    /// <summary>A pass that added the keys of a version has seen every contact.</summary>
    public void IsWhole(int version) => (Version, PassedTo) = (version, null);

    /// <summary>A pass that removed all other keys has seen every contact.</summary>
    public void IsClean(int version) => (OldestVersion, PassedTo) = (version, null);

    public void Count(int contacts, byte[]? termCounts, DateTimeOffset now) => (Contacts, TermCounts, CountedAt) = (contacts, termCounts, now);
}

public sealed class MatchIndexConfiguration : IEntityTypeConfiguration<MatchIndex>
{
    public void Configure(EntityTypeBuilder<MatchIndex> builder) => builder.ToTable("match_index").HasKey(index => index.OrganizationId);
}
