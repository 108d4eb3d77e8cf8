using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.EntityFrameworkCore;
using Signet.Contacts.Contacts;
using Signet.Contacts.Data;
using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.Contacts.Search;

/// <summary><c>POST /api/v1/contacts/search</c>: all contacts by name, or those that match a query, the best first.</summary>
public static class SearchContacts
{
    /// <summary>Nobody pages further; a total beyond it is shown as this.</summary>
    public const int MostMatches = 10_000;

    private const int LargestPage = 200;

    public static async Task<Results<Ok<SearchContactsResponse>, ProblemHttpResult>> HandleAsync(
        SearchContactsRequest request, ContactsDb db, OpaqueCursor cursors, CancellationToken cancel)
    {
        var errors = new FieldErrors();
        if (request.Limit is < 1 or > LargestPage) errors.Add("limit", $"Is not between 1 and {LargestPage}.");
        if (request.Query?.Length > SearchQuery.Longest) errors.Add("query", $"Has {request.Query.Length} characters, the limit is {SearchQuery.Longest}. Search for less.");
        var after = request.Cursor is null ? null : cursors.Unprotect<SearchCursor>(request.Cursor);
        if (request.Cursor is not null && after?.Fits(request) != true) errors.Add("cursor", "Is no cursor of this search. Leave it out to start with the first page.");
        if (errors.Any) return ContactProblems.Invalid(errors);

        return await db.TransactAsync<Results<Ok<SearchContactsResponse>, ProblemHttpResult>>(async cancel =>
        {
            if (request.ListId is { } listId && !await db.Lists.AnyAsync(list => list.Id == listId, cancel)) return ContactProblems.ListNotFound();
            var page = string.IsNullOrWhiteSpace(request.Query)
                ? await BrowseAsync(request, after, db, cancel)
                : await FindAsync(request, after, db, cancel);
            var next = page.Last is null ? null : cursors.Protect(page.Last);
            return TypedResults.Ok(new SearchContactsResponse(page.Items, page.Total, next));
        }, cancel);
    }

    private sealed record Page(IReadOnlyList<ContactSummary> Items, int Total, SearchCursor? Last);

    private static async Task<Page> BrowseAsync(SearchContactsRequest request, SearchCursor? after, ContactsDb db, CancellationToken cancel)
    {
        var all = request.ListId is { } listId ? db.Contacts.Where(contact => contact.ListId == listId) : db.Contacts;
        var total = await all.Take(MostMatches).CountAsync(cancel);
        var rest = after is null
            ? all
            : all.Where(contact => EF.Functions.GreaterThan(ValueTuple.Create(contact.SortKey, contact.Id), ValueTuple.Create(after.SortKey, after.Id)));
        var ids = await rest.OrderBy(contact => contact.SortKey).ThenBy(contact => contact.Id)
            .Select(contact => new Match(0, contact.SortKey, contact.Id)).Take(request.Limit + 1).ToListAsync(cancel);
        return await ShowAsync(request, ids, total, db, cancel);
    }

    private static async Task<Page> FindAsync(SearchContactsRequest request, SearchCursor? after, ContactsDb db, CancellationToken cancel)
    {
        var matches = await ContactMatches.FindAsync(db, SearchQuery.Parse(request.Query!), request.ListId, cancel);
        var rest = after is null ? matches : matches.Where(match => match.IsAfter(after.AsMatch()));
        return await ShowAsync(request, [.. rest.Take(request.Limit + 1)], Math.Min(matches.Count, MostMatches), db, cancel);
    }

    private static async Task<Page> ShowAsync(SearchContactsRequest request, List<Match> found, int total, ContactsDb db, CancellationToken cancel)
    {
        var shown = found.Take(request.Limit).ToArray();
        var ids = shown.Select(match => match.Id).ToArray();
        var summaries = await db.Summaries(db.Contacts.Where(contact => ids.Contains(contact.Id))).ToDictionaryAsync(contact => contact.Id, cancel);
        var last = found.Count > request.Limit ? SearchCursor.After(request, shown[^1]) : null;
        return new Page([.. ids.Select(id => summaries[id])], total, last);
    }
}
