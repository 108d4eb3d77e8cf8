namespace Signet.Web.Shell;

/// <summary>What a person sets for this browser.</summary>
public sealed class Preferences(Browser browser)
{
    private const string LastListKey = "signet.list", KeysKey = "signet.keys";

    /// <summary>The list that was saved into last: the likeliest next one.</summary>
    public async Task<Guid?> LastListAsync() => Guid.TryParse(await browser.ReadAsync(LastListKey), out var id) ? id : null;

    public ValueTask SetLastListAsync(Guid id) => browser.WriteAsync(LastListKey, id.ToString());

    public async Task<bool> SingleKeysAsync() => await browser.ReadAsync(KeysKey) is not "off";

    public ValueTask SetSingleKeysAsync(bool on) => browser.WriteAsync(KeysKey, on ? "on" : "off");
}
