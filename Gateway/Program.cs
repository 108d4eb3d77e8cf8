using Signet.Gateway.Edge;
using Signet.Gateway.Routing;
using Signet.Gateway.Sessions;
using Signet.Gateway.WebApp;
using Signet.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults(edge: true);
builder.AddEdge();
builder.AddSessions();
builder.AddRouting();
builder.AddWebApp();

var app = builder.Build();
app.UseEdge();
app.MapPublicHealth();
app.MapSignIn();
app.MapRoutes();
app.MapWebApp();

await app.RunAsync();
