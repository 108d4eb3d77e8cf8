namespace Signet.Contacts.Search;

/// <summary>A contact in a result.</summary>
public sealed record Match(double Score, string SortKey, Guid Id)
{
    /// <summary>The best fit first, equal ones by name.</summary>
    public static readonly IComparer<Match> BestFirst = Comparer<Match>.Create(Compare);

    public bool IsAfter(Match other) => Compare(this, other) > 0;

    private static int Compare(Match left, Match right)
    {
        var order = right.Score.CompareTo(left.Score);
        if (order == 0) order = string.CompareOrdinal(left.SortKey, right.SortKey);
        return order == 0 ? left.Id.CompareTo(right.Id) : order;
    }
}
