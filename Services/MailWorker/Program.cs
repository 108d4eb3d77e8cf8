using Signet.MailWorker.Captures;
using Signet.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddCaptures();
builder.Services.AddOpenApi();

var app = builder.Build();

app.MapDefaultEndpoints();
app.MapCapturesApi();

await app.RunAsync();
