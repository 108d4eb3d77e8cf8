using Signet.Contracts;

namespace Signet.Contacts.Search;

/// <summary>
/// Where a page ended, and of which search. It holds contact data (the name, the query), so it leaves the service only encrypted.
/// </summary>
public sealed record SearchCursor(string Query, Guid? ListId, double Score, string SortKey, Guid Id)
{
    public static SearchCursor After(SearchContactsRequest request, Match last) =>
        new(request.Query?.Trim() ?? string.Empty, request.ListId, last.Score, last.SortKey, last.Id);

    /// <summary>A cursor of another search would silently skip matches.</summary>
    public bool Fits(SearchContactsRequest request) => Query == (request.Query?.Trim() ?? string.Empty) && ListId == request.ListId;

    public Match AsMatch() => new(Score, SortKey, Id);
}
