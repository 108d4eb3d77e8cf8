namespace Signet.Contracts;

/// <summary>What an internal token may allow. Every endpoint names exactly one of these.</summary>
public static class Permissions
{
    public const string ProfileRead = "profile.read";
    public const string TokensManage = "tokens.manage";
    /// <summary>Change what holds for the whole organisation.</summary>
    public const string OrganizationManage = "organization.manage";
    public const string ListsRead = "lists.read";
    public const string ListsWrite = "lists.write";
    public const string ContactsRead = "contacts.read";
    public const string ContactsWrite = "contacts.write";
    public const string CapturesWrite = "captures.write";
    public const string ConnectorsRead = "connectors.read";

    /// <summary>All of them: what the first user of an organisation has.</summary>
    public static IReadOnlyList<string> All { get; } =
        [ProfileRead, TokensManage, OrganizationManage, ListsRead, ListsWrite, ContactsRead, ContactsWrite, CapturesWrite, ConnectorsRead];
}
