using Microsoft.EntityFrameworkCore;

namespace Signet.ServiceDefaults;

/// <summary>The context of the service's own database, for what ServiceDefaults keeps in it: data keys, idempotent answers.</summary>
internal sealed record BusinessDatabase(DbContext Context);
