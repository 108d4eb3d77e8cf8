using Microsoft.AspNetCore.Http.HttpResults;
using Signet.Contracts;
using Signet.ServiceDefaults;

namespace Signet.CrmConnector.Connectors;

/// <summary>The CRM systems that can be connected.</summary>
internal static class ConnectorsApi
{
    public static WebApplication MapConnectors(this WebApplication app)
    {
        var connectors = app.MapGroup("/api/v1/connectors").WithTags("Connectors").RequireCallers(Callers.Gateway);
        connectors.MapGet("", List).RequirePermission(Permissions.ConnectorsRead);
        return app;
    }

    /// <summary>Lists the CRM systems that this installation can write to.</summary>
    internal static Ok<ConnectorsResponse> List(IEnumerable<ICrmConnector> connectors) => TypedResults.Ok(new ConnectorsResponse(
        [.. connectors.OrderBy(connector => connector.Name, StringComparer.Ordinal).Select(connector => new ConnectorResponse(connector.Id, connector.Name, connector.Method))]));
}
