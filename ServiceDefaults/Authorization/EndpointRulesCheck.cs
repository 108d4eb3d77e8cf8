using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.Hosting;

namespace Signet.ServiceDefaults;

/// <summary>An endpoint that nobody thought about is a fault of the program: the host does not start with one.</summary>
internal sealed class EndpointRulesCheck(EndpointDataSource endpoints) : IHostedLifecycleService
{
    /// <summary>Routes of the host that neither require anything nor are explicitly anonymous.</summary>
    public static IReadOnlyList<string> WithoutRule(EndpointDataSource endpoints) =>
        [.. endpoints.Endpoints.OfType<RouteEndpoint>().Where(endpoint => !HasRule(endpoint.Metadata)).Select(endpoint => endpoint.DisplayName ?? endpoint.RoutePattern.RawText ?? "?")];

    public Task StartedAsync(CancellationToken cancellationToken) => WithoutRule(endpoints) is { Count: > 0 } open
        ? throw new InvalidOperationException($"Endpoints without a rule: {string.Join(", ", open)}. Say RequirePermission, RequireCallers or AllowAnonymous.")
        : Task.CompletedTask;

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static bool HasRule(EndpointMetadataCollection metadata) =>
        metadata.GetMetadata<AuthorizationPolicy>() is not null || metadata.GetMetadata<IAuthorizeData>() is not null || metadata.GetMetadata<IAllowAnonymous>() is not null;
}
