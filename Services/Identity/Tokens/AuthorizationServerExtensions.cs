using Microsoft.Extensions.Options;
using OpenIddict.Server;
using OpenIddict.Server.AspNetCore;
using OpenIddict.Validation;
using Signet.Identity.Data;
using Signet.Identity.Sessions;

namespace Signet.Identity.Tokens;

/// <summary>The OpenIddict server: authorization code with PKCE for one client, opaque access tokens, everything else off.</summary>
internal static class AuthorizationServerExtensions
{
    public const string AuthorizePath = "/connect/authorize";
    public const string TokenPath = "/connect/token";

    /// <summary>The one scope: being signed in. What the user may do is decided at each exchange.</summary>
    public const string Scope = "signet";

    public static IHostApplicationBuilder AddAuthorizationServer(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SignetOptions>().BindConfiguration(SignetOptions.Section).ValidateDataAnnotations()
            .Validate(options => options.AreOrigins(), "Signet:PublicUrl and Signet:SignInUrl are two different https origins without a path.")
            .ValidateOnStart();
        builder.Services.AddOptions<ExchangeOptions>().BindConfiguration(ExchangeOptions.Section);

        builder.Services.AddOpenIddict()
            .AddCore(core => core.UseEntityFrameworkCore().UseDbContext<DirectoryDb>().ReplaceDefaultEntities<Guid>())
            .AddServer(server =>
            {
                server.SetAuthorizationEndpointUris(AuthorizePath).SetTokenEndpointUris(TokenPath);
                server.AllowAuthorizationCodeFlow().RequireProofKeyForCodeExchange();
                server.RegisterScopes(Scope);
                server.UseReferenceAccessTokens().SetAccessTokenLifetime(Session.Lifetime).SetAuthorizationCodeLifetime(TimeSpan.FromMinutes(1));
                server.UseAspNetCore().EnableAuthorizationEndpointPassthrough().EnableTokenEndpointPassthrough().EnableErrorPassthrough();
                // The certificate of the connection is the gateway's own, checked by the listener; the client proves itself by its secret.
                server.RemoveEventHandler(OpenIddictServerAspNetCoreHandlers.ExtractClientCertificate<OpenIddictServerEvents.ExtractTokenRequestContext>.Descriptor);
                // S256 is the only challenge: "plain" protects from nobody who can read the request.
                server.Configure(options => options.CodeChallengeMethods.RemoveWhere(method => method != OpenIddict.Abstractions.OpenIddictConstants.CodeChallengeMethods.Sha256));
            })
            .AddValidation(validation =>
            {
                validation.UseLocalServer();
                validation.EnableTokenEntryValidation();
            });

        builder.Services.AddSingleton<AuthorizationServerKeys>();
        builder.Services.AddSingleton<IConfigureOptions<OpenIddictServerOptions>>(services => services.GetRequiredService<AuthorizationServerKeys>());
        builder.Services.AddSingleton<IOptionsChangeTokenSource<OpenIddictServerOptions>>(services => services.GetRequiredService<AuthorizationServerKeys>());
        builder.Services.AddSingleton<IOptionsChangeTokenSource<OpenIddictValidationOptions>>(services => services.GetRequiredService<AuthorizationServerKeys>());
        builder.Services.AddHostedService<WebClientRegistration>();
        return builder;
    }

    public static IHostApplicationBuilder AddInternalTokens(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<InternalTokens>();
        builder.Services.AddScoped<ISubjectReader, SessionSubjectReader>();
        builder.Services.AddScoped<ISubjectReader, AccessTokenSubjectReader>();
        builder.Services.AddScoped<ISubjectReader, InternalSubjectReader>();
        return builder;
    }
}
