using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.JSInterop;

namespace Signet.Web.Shell;

/// <summary>What only the browser can do or knows. Its other half is <c>ui/signet.js</c>.</summary>
public sealed class Browser(IJSRuntime js)
{
    private readonly ConcurrentDictionary<string, string> phones = new();

    /// <summary>libphonenumber's international format of an E.164 number; the number itself when it has none.</summary>
    public string Phone(string e164, string extension) =>
        phones.GetOrAdd(e164, number => js is IJSInProcessRuntime here ? here.Invoke<string?>("signet.phone", number, extension) ?? number : number);

    /// <summary>E.164 of a number as a person types it, with the country that it is from when it has no code; as typed when it is no number.</summary>
    public string Dialable(string typed, string country) =>
        js is IJSInProcessRuntime here ? here.Invoke<string?>("signet.e164", typed, country) ?? typed : typed;

    /// <summary>A country's name in the person's language.</summary>
    public string Country(string code) =>
        js is IJSInProcessRuntime here ? here.Invoke<string?>("signet.region", code, CultureInfo.CurrentUICulture.Name) ?? code : code;

    /// <summary>A language's name in the person's language.</summary>
    public string Language(string code) =>
        js is IJSInProcessRuntime here ? here.Invoke<string?>("signet.language", code, CultureInfo.CurrentUICulture.Name) ?? code : code;

    /// <summary>The code of a country that a text names in one of these languages; null when it names none.</summary>
    public string? CountryNamed(string text, IEnumerable<string> languages) =>
        js is IJSInProcessRuntime here ? here.Invoke<string?>("signet.regionNamed", text, Contracts.IsoCodes.Regions, languages) : null;

    /// <summary>Tells of each selection in the text of the capture, in its own positions.</summary>
    public ValueTask WatchSelectionAsync<T>(DotNetObjectReference<T> watcher) where T : class => js.InvokeVoidAsync("signetSelecting.watch", watcher);

    public ValueTask UnwatchSelectionAsync() => js.InvokeVoidAsync("signetSelecting.unwatch");

    public ValueTask ClearSelectionAsync() => js.InvokeVoidAsync("signetSelecting.clear");

    public ValueTask<bool> FocusAsync(string selector) => js.InvokeAsync<bool>("signet.focus", selector);

    public ValueTask RevealAsync(string selector) => js.InvokeVoidAsync("signet.reveal", selector);

    public ValueTask ScrollTopAsync(string selector) => js.InvokeVoidAsync("signet.scrollTop", selector);

    public ValueTask OpenMailAsync() => js.InvokeVoidAsync("signet.openMail");

    /// <summary>So that the same file can be chosen again.</summary>
    public ValueTask ClearMailAsync() => js.InvokeVoidAsync("signet.clearMail");

    public ValueTask<bool> CopyAsync(string text) => js.InvokeAsync<bool>("signet.copy", text);

    public ValueTask<string?> ReadAsync(string key) => js.InvokeAsync<string?>("signet.store", key);

    public ValueTask WriteAsync(string key, string value) => js.InvokeVoidAsync("signet.save", key, value);

    public ValueTask<KeyHint[]> KeysAsync() => js.InvokeAsync<KeyHint[]>("signet.keys");

    public ValueTask<bool> HasRowsAsync() => js.InvokeAsync<bool>("signet.hasRows");

    /// <summary>The phone's own layout: lists instead of tables, pages instead of panels.</summary>
    public bool IsTouch => js is IJSInProcessRuntime here && here.Invoke<bool>("signet.touch");

    /// <summary>Scrolls a virtual table so that a row is there, and gives it the focus.</summary>
    public ValueTask FocusRowAsync(Guid id, int top) => js.InvokeVoidAsync("signet.focusRow", id.ToString(), top);

    public ValueTask WatchTouchAsync<T>(DotNetObjectReference<T> watcher) where T : class => js.InvokeVoidAsync("signet.onTouch", watcher);

    public ValueTask<string> ThemeAsync() => js.InvokeAsync<string>("signetTheme.get");

    public ValueTask SetThemeAsync(string theme) => js.InvokeVoidAsync("signetTheme.set", theme);

    public ValueTask<bool> IsDarkAsync() => js.InvokeAsync<bool>("signetTheme.isDark");

    public ValueTask WatchThemeAsync<T>(DotNetObjectReference<T> watcher) where T : class => js.InvokeVoidAsync("signet.onTheme", watcher);
}

/// <summary>A key that works on the page now, and the words on its button.</summary>
public sealed record KeyHint(string Key, string Label);
