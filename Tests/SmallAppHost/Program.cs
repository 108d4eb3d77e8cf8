// An AppHost that starts in a moment, for tests that run one twice, kill one or stop one: a web server, and a process that ignores being told to end; with --data, a database server instead.
var builder = DistributedApplication.CreateBuilder(new DistributedApplicationOptions { Args = args, DisableDashboard = true });
if (builder.Configuration["data"] is { } data)
{
    builder.AddPostgres("postgres").WithDataBindMount(data).AddDatabase("crmdb");
}
else
{
    var marker = builder.Configuration["marker"] ?? throw new InvalidOperationException("Say --marker, which every process carries in its command line.");

    var web = builder.AddExecutable("web", "node", ".", "-e", "require('http').createServer((q, r) => r.end('well')).listen(process.env.PORT, 'localhost')", marker)
        .WithHttpEndpoint(port: 18080, env: "PORT")
        .WithHttpHealthCheck("/");
    builder.AddExecutable("stubborn", "sh", ".", "-c", "trap '' TERM INT; while true; do sleep 0.2; done", marker).WaitFor(web);
}

await builder.Build().RunAsync();
