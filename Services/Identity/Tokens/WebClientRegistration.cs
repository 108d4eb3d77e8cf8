using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using OpenIddict.Abstractions;
using Signet.Identity.Data;
using static OpenIddict.Abstractions.OpenIddictConstants;

namespace Signet.Identity.Tokens;

/// <summary>The gateway's client, brought up to date at every start: its redirect follows <c>Signet:PublicUrl</c>, its secret the configuration.</summary>
internal sealed class WebClientRegistration(IServiceScopeFactory scopes, IOptions<SignetOptions> options) : IHostedService
{
    public const string ClientId = "signet-web";

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        await using var scope = scopes.CreateAsyncScope();
        var db = scope.ServiceProvider.GetRequiredService<DirectoryDb>();
        var clients = scope.ServiceProvider.GetRequiredService<IOpenIddictApplicationManager>();
        await db.Database.CreateExecutionStrategy().ExecuteAsync(async ct =>
        {
            db.ChangeTracker.Clear();
            await using var transaction = await db.Database.BeginTransactionAsync(ct);
            // Replicas start at the same time: the second one finds what the first one wrote.
            await db.TakeTurnAsync(Turn.WebClient, ct);
            await RegisterAsync(clients, ct);
            await transaction.CommitAsync(ct);
        }, cancellationToken);
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private async Task RegisterAsync(IOpenIddictApplicationManager clients, CancellationToken cancellationToken)
    {
        var wanted = Describe(options.Value);
        if (await clients.FindByClientIdAsync(ClientId, cancellationToken) is not { } client)
            await clients.CreateAsync(wanted, cancellationToken);
        else if (!await IsCurrentAsync(clients, client, wanted, cancellationToken))
            await clients.UpdateAsync(client, wanted, cancellationToken);
    }

    private static OpenIddictApplicationDescriptor Describe(SignetOptions options) => new()
    {
        ClientId = ClientId,
        ClientSecret = options.WebClientSecret,
        ClientType = ClientTypes.Confidential,
        ConsentType = ConsentTypes.Implicit,
        DisplayName = "Signet",
        RedirectUris = { options.WebClientRedirect },
        Permissions =
        {
            Permissions.Endpoints.Authorization, Permissions.Endpoints.Token, Permissions.GrantTypes.AuthorizationCode,
            Permissions.ResponseTypes.Code, Permissions.Prefixes.Scope + AuthorizationServerExtensions.Scope,
        },
        Requirements = { Requirements.Features.ProofKeyForCodeExchange },
    };

    // Writing only what differs: a row that is written at every start would be locked at every start.
    private static async Task<bool> IsCurrentAsync(IOpenIddictApplicationManager clients, object client, OpenIddictApplicationDescriptor wanted, CancellationToken cancellationToken)
    {
        var stored = new OpenIddictApplicationDescriptor();
        await clients.PopulateAsync(stored, client, cancellationToken);
        return stored.RedirectUris.SetEquals(wanted.RedirectUris)
            && stored.Permissions.SetEquals(wanted.Permissions)
            && stored.Requirements.SetEquals(wanted.Requirements)
            && await clients.ValidateClientSecretAsync(client, wanted.ClientSecret!, cancellationToken);
    }
}
