using Signet.Contracts;
using Signet.Web.Fields;

namespace Signet.Web.Contacts;

/// <summary>
/// A stale edit: what the person typed against what somebody else saved meanwhile, compared with what both had started from. Rows that only
/// one side changed come with that side chosen; nothing is taken without being seen.
/// </summary>
public sealed class EditConflict(ContactResponse current, IReadOnlyList<ConflictRow> rows)
{
    public ContactResponse Current => current;

    public IReadOnlyList<ConflictRow> Rows => rows;

    public static EditConflict Of(ContactResponse started, IReadOnlyList<UpdateContactField> mine, ContactResponse current)
    {
        var theirs = current.Fields.ToList();
        var rows = new List<ConflictRow>();
        foreach (var field in mine)
        {
            var other = theirs.Find(candidate => field.Id is not null && candidate.Id == field.Id)
                ?? theirs.Find(candidate => !FieldWords.IsMany(field.Kind) && candidate.Kind == field.Kind)
                ?? theirs.Find(candidate => Same(field, candidate));
            if (other is not null) theirs.Remove(other);
            var before = started.Fields.FirstOrDefault(candidate => candidate.Id == field.Id);
            if (other is not null && Same(field, other)) continue;
            var changedByMe = before is null || !Same(field, before);
            rows.Add(new(field, other, changedByMe));
        }
        foreach (var other in theirs)
        {
            var before = started.Fields.FirstOrDefault(candidate => candidate.Id == other.Id);
            var removedByMe = before is not null; // it was there when the edit began, and the person emptied it
            rows.Add(new(null, other, removedByMe));
        }
        return new(current, rows);
    }

    /// <summary>The current contact with the chosen rows put in.</summary>
    public IReadOnlyList<UpdateContactField> Merge()
    {
        var byTheirs = rows.Where(row => row.Theirs is not null).ToDictionary(row => row.Theirs!.Id);
        var merged = new List<UpdateContactField>();
        foreach (var field in current.Fields)
        {
            var keep = new UpdateContactField(field.Id, field.Kind, field.Value, field.PhoneType);
            if (!byTheirs.TryGetValue(field.Id, out var row) || !row.TakeMine) merged.Add(keep);
            else if (row.Mine is { } mine) merged.Add(mine with { Id = field.Id });
        }
        merged.AddRange(rows.Where(row => row.Theirs is null && row.TakeMine && row.Mine is not null).Select(row => row.Mine! with { Id = null }));
        return merged;
    }

    private static bool Same(UpdateContactField mine, ContactFieldResponse theirs) =>
        mine.Kind == theirs.Kind && mine.PhoneType == theirs.PhoneType && string.Equals(mine.Value, theirs.Value, StringComparison.Ordinal);
}

/// <summary>One field in which the versions differ.</summary>
/// <param name="mine">Null: the person removed it.</param>
/// <param name="theirs">Null: somebody else removed it, or never had it.</param>
public sealed class ConflictRow(UpdateContactField? mine, ContactFieldResponse? theirs, bool takeMine)
{
    public UpdateContactField? Mine => mine;

    public ContactFieldResponse? Theirs => theirs;

    public FieldKind Kind => mine?.Kind ?? theirs!.Kind;

    public PhoneType? PhoneType => mine?.PhoneType ?? theirs?.PhoneType;

    public bool TakeMine { get; set; } = takeMine;
}
