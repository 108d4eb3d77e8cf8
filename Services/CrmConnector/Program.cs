using Signet.CrmConnector.Connectors;
using Signet.CrmConnector.Data;
using Signet.CrmConnector.Exports;
using Signet.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddNpgsqlDbContext<CrmDb>("crmdb");
builder.AddExports();
builder.Services.AddOpenApi();

var app = builder.Build();
if (await app.MigrateIfAskedAsync<CrmDb>(args)) return;

app.MapDefaultEndpoints();
app.MapConnectors();

await app.RunAsync();
