namespace Signet.ServiceDefaults;

/// <summary>The names of those who may call a service: the resource's name, which is in its certificate.</summary>
public static class Callers
{
    /// <summary>For health alone.</summary>
    public const string AppHost = "apphost";

    public const string Gateway = "gateway";

    public const string MailWorker = "mail-worker";
}
