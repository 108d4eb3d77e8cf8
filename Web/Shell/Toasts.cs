namespace Signet.Web.Shell;

/// <summary>Says that something succeeded which is no longer to be seen. One at a time; errors never come here.</summary>
public sealed class Toasts
{
    public event Action? Changed;

    public Toast? Current { get; private set; }

    public void Show(string text, string? action = null, string? href = null) => Set(new Toast(text, action, href));

    public void Close(Toast toast)
    {
        if (ReferenceEquals(Current, toast)) Set(null);
    }

    private void Set(Toast? toast)
    {
        Current = toast;
        Changed?.Invoke();
    }
}

/// <param name="Action">The word on the link that goes with it.</param>
/// <param name="Href">Where that leads.</param>
public sealed record Toast(string Text, string? Action, string? Href);
