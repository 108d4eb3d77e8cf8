using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Signet.ServiceDefaults;

public static class AuditExtensions
{
    /// <summary>The table <c>audit_entry</c>. Its migration says <c>EnableRowSecurity("audit_entry", appendOnly: true)</c>.</summary>
    public static ModelBuilder AddAudit(this ModelBuilder model)
    {
        model.Entity<AuditEntry>(entry =>
        {
            entry.ToTable("audit_entry");
            entry.HasKey(row => new { row.OrganizationId, row.Id });
            entry.Property(row => row.Action).HasMaxLength(64);
            entry.Property(row => row.SubjectKind).HasMaxLength(64);
            entry.Property(row => row.Actor).HasMaxLength(64);
            // Text, not jsonb: jsonb would reorder and reformat what the hash was made of.
            entry.Property(row => row.Facts).HasColumnType("text");
        });
        return model;
    }

    /// <summary>Records what the tenant of this scope does, in the same SaveChanges as the change itself: no audit, no change.</summary>
    /// <param name="facts">Ids and values of settings. Never contact data.</param>
    public static void Audit(this DbContext db, string action, string subjectKind, Guid subjectId, params (string Key, string Value)[] facts)
    {
        var tenant = db.GetService<Tenant>();
        if (!tenant.IsKnown) throw new InvalidOperationException($"'{action}' cannot be recorded: this scope works for no organisation.");
        var now = db.GetService<TimeProvider>().GetUtcNow();
        var entry = new AuditEntry
        {
            Id = Guid.CreateVersion7(now),
            OrganizationId = tenant.OrganizationId,
            At = new(now.UtcTicks - (now.UtcTicks % TimeSpan.TicksPerMicrosecond), TimeSpan.Zero),
            UserId = tenant.UserId,
            Actor = tenant.Actor,
            SessionId = tenant.SessionId,
            Action = action,
            SubjectKind = subjectKind,
            SubjectId = subjectId,
            Facts = JsonSerializer.Serialize(new SortedDictionary<string, string>(facts.ToDictionary(fact => fact.Key, fact => fact.Value), StringComparer.Ordinal)),
        };
        entry.ContentHash = AuditHash.Of(entry);
        db.Add(entry);
    }
}
