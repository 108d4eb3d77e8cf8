using Signet.Contacts;
using Signet.Contacts.Data;
using Signet.Contacts.Duplicates;
using Signet.ServiceDefaults;

var builder = WebApplication.CreateBuilder(args);
builder.AddServiceDefaults();
builder.AddContacts();
builder.Services.AddOpenApi();

var app = builder.Build();
if (await app.MigrateIfAskedAsync<ContactsDb>(args, MatchIndexRebuild.AddMissingAsync)) return;

app.MapDefaultEndpoints();
app.MapContactsService();

await app.RunAsync();
