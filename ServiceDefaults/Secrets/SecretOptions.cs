namespace Signet.ServiceDefaults;

/// <summary>Section <c>Secrets</c>.</summary>
public sealed class SecretOptions
{
    public const string Section = "Secrets";

    /// <summary>32 random bytes as base64 in a file of the user's own, outside of the database and of its backups.</summary>
    public string MasterKeyFile { get; set; } = "";
}
