using System.Text.Json.Serialization;

namespace Signet.Contracts;

/// <summary><c>GET /api/v1/connectors</c>: the CRM systems that this installation can write to.</summary>
public sealed record ConnectorsResponse(IReadOnlyList<ConnectorResponse> Items);

/// <summary>One CRM system.</summary>
/// <param name="Id">Stable: "salesforce", "carddav".</param>
/// <param name="Name">The vendor's spelling.</param>
public sealed record ConnectorResponse(string Id, string Name, ConnectionMethod Method);

/// <summary>How an organisation connects its CRM (P11).</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ConnectionMethod>))]
public enum ConnectionMethod
{
    /// <summary>The person is sent to the CRM and grants access there.</summary>
    [JsonStringEnumMemberName("oauth")] OAuth,

    /// <summary>A key that the person copies from the CRM.</summary>
    [JsonStringEnumMemberName("apiKey")] ApiKey,

    /// <summary>User name and (application) password.</summary>
    [JsonStringEnumMemberName("password")] Password,
}
