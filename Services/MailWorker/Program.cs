using Signet.MailWorker.Captures;
using Signet.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);

builder.AddServiceDefaults();
builder.AddCaptures();

var app = builder.Build();

app.MapDefaultEndpoints();
app.MapCapturesApi();

await app.RunAsync();
