using Signet.Identity.AccessTokens;
using Signet.Identity.Data;
using Signet.Identity.Keys;
using Signet.Identity.Organizations;
using Signet.Identity.Sessions;
using Signet.Identity.SignIn;
using Signet.Identity.Tokens;
using Signet.Identity.Users;
using Signet.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddIdentityData();
builder.AddRedisClient("redis");
builder.AddKeys();
builder.AddSessions();
builder.AddAuthorizationServer();
builder.AddInternalTokens();
builder.AddSignIn();
builder.Services.AddOpenApi();

var app = builder.Build();
if (await app.MigrateIfAskedAsync<IdentityDb>(args, DemoSeed.RunAsync))
    return;

app.UseSignInOrigin();
app.MapDefaultEndpoints();
app.MapAuthorizeApi();
app.MapSignIn();
app.MapExchangeApi();
app.MapKeysApi();
app.MapMeApi();
app.MapSettingsApi();
app.MapSessionsApi();
app.MapAccessTokensApi();

await app.RunAsync();
