using Signet.Contracts;
using Signet.Web.Contacts;

namespace Signet.Web.Tests.Contacts;

public sealed class ContactTableTests : WebContext
{
    private const string Search = "POST /api/v1/contacts/search";

    [Fact]
    public async Task Pages_are_read_by_cursor_as_far_as_the_table_is_scrolled()
    {
        Pages(total: 250);
        var table = Get<ContactTable>();
        await table.SearchAsync("", null);
        Assert.Equal((100, 250), (table.Rows.Count, table.Total));

        await table.ReadToAsync(180);

        Assert.Equal(200, table.Rows.Count);
        Assert.Equal([null, "100"], Server.Sent.Select(sent => sent.Read<SearchContactsRequest>().Cursor));
    }

    [Fact]
    public async Task Nothing_is_asked_beyond_the_last_page()
    {
        Pages(total: 30);
        var table = Get<ContactTable>();
        await table.SearchAsync("", null);
        await table.ReadToAsync(500);
        Assert.Single(Server.Sent);
    }

    [Fact]
    public async Task The_search_term_stays_out_of_the_address()
    {
        Pages(total: 1);
        await Get<ContactTable>().SearchAsync("musterfrau", Sample.List);
        Assert.DoesNotContain("musterfrau", Server.Sent[0].Line, StringComparison.Ordinal);
        Assert.Equal(Sample.List, Server.Sent[0].Read<SearchContactsRequest>().ListId);
    }

    [Fact]
    public async Task A_failed_search_keeps_the_old_rows()
    {
        Pages(total: 3);
        var table = Get<ContactTable>();
        await table.SearchAsync("", null);
        Server.Fails(Search, 503, "service-unavailable");

        var problem = await table.SearchAsync("x", null);

        Assert.Equal("service-unavailable", problem!.Code);
        Assert.Equal(3, table.Rows.Count);
    }

    private void Pages(int total) => Server.On(Search, sent =>
    {
        var request = sent.Read<SearchContactsRequest>();
        var at = int.Parse(request.Cursor ?? "0", System.Globalization.CultureInfo.InvariantCulture);
        var rows = Enumerable.Range(at, Math.Min(request.Limit, total - at)).Select(number => Sample.Row(number)).ToList();
        return FakeServer.Json(new SearchContactsResponse(rows, total, at + rows.Count < total ? $"{at + rows.Count}" : null));
    });
}
