using Signet.Contracts;
using Signet.Web.Api;

namespace Signet.Web.Contacts;

/// <summary>
/// The contacts that match, read page by page with the server's cursor as far as the table is scrolled. Kept while the person opens one
/// and comes back, so that previous, next and "2 of 23" mean the same list.
/// </summary>
public sealed class ContactTable(SignetApi api) : IDisposable
{
    private const int PageSize = 100;

    private readonly List<ContactSummary> rows = [];
    private readonly SemaphoreSlim turn = new(1, 1);
    private string? cursor;
    private int generation;

    public string Query { get; private set; } = "";

    public Guid? ListId { get; private set; }

    public int Total { get; private set; }

    public bool Loaded { get; private set; }

    /// <summary>The contact that was opened last: the focus returns to its row.</summary>
    public Guid? Last { get; set; }

    /// <summary>What is there so far.</summary>
    public IReadOnlyList<ContactSummary> Rows => rows;

    /// <summary>Asks anew. The old rows stay until the new ones are there. A later call makes an earlier one return null.</summary>
    public async Task<Problem?> SearchAsync(string query, Guid? listId)
    {
        var mine = ++generation;
        var answer = await api.SearchAsync(new(query.Length == 0 ? null : query, listId, null, PageSize));
        if (mine != generation) return null;
        if (answer.Value is not { } page) return answer.Problem;
        rows.Clear();
        (Query, ListId, Loaded) = (query, listId, true);
        Take(page);
        return null;
    }

    /// <summary>Makes sure that rows up to <paramref name="count"/> are there, as far as there are any.</summary>
    public async Task<Problem?> ReadToAsync(int count, CancellationToken ct = default)
    {
        await turn.WaitAsync(ct);
        try
        {
            var mine = generation;
            while (rows.Count < count && cursor is { } from)
            {
                var answer = await api.SearchAsync(new(Query.Length == 0 ? null : Query, ListId, from, PageSize), ct);
                // A search that came between has rows of its own.
                if (mine != generation || cursor != from) return null;
                if (answer.Value is not { } page) return answer.Problem;
                Take(page);
            }
            return null;
        }
        finally
        {
            turn.Release();
        }
    }

    public int IndexOf(Guid id) => rows.FindIndex(row => row.Id == id);

    /// <summary>The contact was deleted: the row goes, the list stays where it is.</summary>
    public void Remove(Guid id)
    {
        if (rows.RemoveAll(row => row.Id == id) > 0) Total--;
    }

    /// <summary>Something was saved: ask again when the table is next shown.</summary>
    public void Invalidate() => Loaded = false;

    public void Dispose() => turn.Dispose();

    private void Take(SearchContactsResponse page)
    {
        rows.AddRange(page.Items);
        cursor = page.NextCursor;
        Total = Math.Max(page.Total, rows.Count);
    }
}
