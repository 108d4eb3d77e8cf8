using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace Signet.Contacts.Search;

/// <summary>
/// One trigram of one live contact. Plain equality on a btree, because row-level security lets only leakproof operators use an index.
/// Derived from the contact and written in its transaction; without foreign key, which would cost a look-up per gram and save.
/// </summary>
public sealed class SearchGram
{
    public Guid OrganizationId { get; private set; }
    public int Gram { get; private set; }
    public Guid ContactId { get; private set; }
}

public sealed class SearchGramConfiguration : IEntityTypeConfiguration<SearchGram>
{
    public void Configure(EntityTypeBuilder<SearchGram> builder) =>
        builder.ToTable("search_gram").HasKey(gram => new { gram.OrganizationId, gram.Gram, gram.ContactId });
}
