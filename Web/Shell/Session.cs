using Signet.Contracts;
using Signet.Web.Api;

namespace Signet.Web.Shell;

/// <summary>Who is here and which lists there are: read once, shared by the shell and the pages.</summary>
public sealed class Session(SignetApi api)
{
    private Task? loading;

    public event Action? Changed;

    public MeResponse? Me { get; private set; }

    public IReadOnlyList<ListResponse> Lists { get; private set; } = [];

    /// <summary>Where a contact goes when the person has not chosen yet: the oldest list. A new one does not change it.</summary>
    public Guid? FirstList => Lists.Count == 0 ? null : Lists.Min(list => list.Id);

    public Problem? Problem { get; private set; }

    public bool Loaded => Me is not null;

    /// <summary>Where phone numbers without a country code are from, as the organisation has set it.</summary>
    public string Region => Me?.Organization.Region ?? "DE";

    public bool May(string permission) => Me?.Permissions.Contains(permission) == true;

    public int ContactCount => Lists.Sum(list => list.ContactCount);

    public Task EnsureAsync() => loading ??= LoadAsync();

    public Task RetryAsync() => loading = LoadAsync();

    /// <summary>Counts have changed: a contact was saved, moved or deleted, or a list made.</summary>
    public async Task RefreshListsAsync()
    {
        var lists = await api.ListsAsync();
        if (lists.Value is { } read) Lists = read.Items;
        Changed?.Invoke();
    }

    /// <summary>The settings of the organisation have changed, here or elsewhere.</summary>
    public void Follow(OrganizationSettings settings)
    {
        if (Me is { } me) Me = me with { Organization = me.Organization with { Region = settings.Region, Language = settings.Language } };
        Changed?.Invoke();
    }

    private async Task LoadAsync()
    {
        var asked = (api.MeAsync(), api.ListsAsync());
        var me = await asked.Item1;
        var lists = await asked.Item2;
        Problem = me.Problem ?? lists.Problem;
        // One part of Signet that is away takes nothing else from the page.
        Me = me.Value ?? Me;
        Lists = lists.Value?.Items ?? Lists;
        Changed?.Invoke();
    }
}
