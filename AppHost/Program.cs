using Signet.AppHost;
using Signet.AppHost.Pki;
using Signet.AppHost.Stores;

if (args is ["trust"])
{
    return TrustCommand.Run();
}

// Our own authorities serve every name; Aspire's development certificate would be a second one.
var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions
{
    Args = args,
    TrustDeveloperCertificate = false,
    DeveloperCertificateDefaultHttpsTerminationEnabled = false,
});
var data = DataDirectory.Open(builder.Configuration);
var pki = builder.AddDevelopmentPki(data);

var demoPassword = builder.AddParameter("demo-password", new GenerateParameterDefault { MinLength = 20, Special = false }, secret: true, persist: true);
var webClientSecret = builder.AddParameter("web-client-secret", new GenerateParameterDefault { MinLength = 43, Special = false }, secret: true, persist: true);

// Stores
var postgres = builder.AddPostgres("postgres").WithDataBindMount(data.Postgres).WithMutualTls(pki);
var identityDb = postgres.AddDatabase("identitydb");
var contactsDb = postgres.AddDatabase("contactsdb");
var crmDb = postgres.AddDatabase("crmdb");
var redis = builder.AddRedis("redis").WithMutualTls(pki);

// Schemas: each service's own program, once, as the owner of its database
var identityMigrate = builder.AddMigration<Projects.Identity>("identity-migrate", identityDb, data, pki)
    .WithEnvironment("Demo__Password", demoPassword);
var contactsMigrate = builder.AddMigration<Projects.Contacts>("contacts-migrate", contactsDb, data, pki);
var crmMigrate = builder.AddMigration<Projects.CrmConnector>("crm-migrate", crmDb, data, pki);

// Services: a reference is also the permission to call
var identity = builder.AddService<Projects.Identity>("identity", pki)
    .WithMasterKey(data)
    .WithDatabase(identityDb, pki)
    .WithRedis(redis, pki)
    .WithEnvironment("Signet__WebClientSecret", webClientSecret)
    .WaitForCompletion(identityMigrate);

var contacts = builder.AddService<Projects.Contacts>("contacts", pki)
    .WithMasterKey(data)
    .WithDatabase(contactsDb, pki)
    .WithReference(identity)
    .WaitForCompletion(contactsMigrate);

var crmConnector = builder.AddService<Projects.CrmConnector>("crm-connector", pki)
    .WithMasterKey(data)
    .WithDatabase(crmDb, pki)
    .WithReference(identity)
    .WaitForCompletion(crmMigrate);

var mailWorker = builder.AddService<Projects.MailWorker>("mail-worker", pki)
    .WithReference(identity)
    .WithReference(contacts);

// The only public door
var gateway = builder.AddHost<Projects.Gateway>("gateway")
    .WithHttpsEndpoint(port: 8443, name: "https")
    .WithHttpEndpoint(port: 8080, name: "http")
    .WithExternalHttpEndpoints()
    .WithPublicLinks()
    .WithClientTls(pki)
    .WithEdgeTls(pki)
    .WithRedis(redis, pki)
    .WithReference(identity)
    .WithReference(contacts)
    .WithReference(crmConnector)
    .WithReference(mailWorker)
    .WithEnvironment("Signet__WebClientSecret", webClientSecret)
    .WaitFor(identity)
    .WaitFor(redis);

foreach (var host in (IResourceBuilder<ProjectResource>[])[gateway, identity, identityMigrate])
{
    host.WithPublicUrls(gateway);
}

builder.AnnounceWhenReady(gateway, demoPassword);
builder.Build().Run();
return 0;
