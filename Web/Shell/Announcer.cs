namespace Signet.Web.Shell;

/// <summary>Tells a screen reader what changed on the page: counts, saved, a step done.</summary>
public sealed class Announcer
{
    public event Action<string>? Said;

    public void Say(string text) => Said?.Invoke(text);
}
