using System.Net;
using System.Runtime.InteropServices;
using Garnet;
using Garnet.server;
using Garnet.server.Auth.Settings;
using Microsoft.Extensions.Logging;
using Signet.RedisServer;

// A server of the Redis protocol for development and tests: Garnet, told with redis-server's own options.
RedisOptions options;
try
{
    options = RedisOptions.Parse(args);
}
catch (FormatException wrong)
{
    await Console.Error.WriteLineAsync(wrong.Message);
    return 1;
}

using var loggers = LoggerFactory.Create(logging => logging.SetMinimumLevel(LogLevel.Warning).AddSimpleConsole(console => console.SingleLine = true));
var tls = options.TlsPort == 0 ? null : new MutualTls(options, loggers.CreateLogger<MutualTls>());
// Read once before the first client, so that a wrong file ends the start.
_ = tls?.TlsServerOptions;

var password = Environment.GetEnvironmentVariable("REDIS_PASSWORD");
using var server = new GarnetServer(new GarnetServerOptions
{
    EndPoints = [new IPEndPoint(IPAddress.Parse(options.Bind), options.TlsPort != 0 ? options.TlsPort : options.Port)],
    TlsOptions = tls,
    AuthSettings = options.AclFile is { } file ? new AclAuthenticationPasswordSettings(file, "")
        : string.IsNullOrEmpty(password) ? new NoAuthSettings() : new PasswordAuthenticationSettings(password),
    LogMemorySize = options.MaxMemory,
    PageSize = "4m",
    IndexMemorySize = "16m",
    QuietMode = true,
}, loggers);
server.Start();
await Console.Out.WriteLineAsync("Ready to accept connections");

var end = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
using var terminated = PosixSignalRegistration.Create(PosixSignal.SIGTERM, End);
using var interrupted = PosixSignalRegistration.Create(PosixSignal.SIGINT, End);
await end.Task;
return 0;

void End(PosixSignalContext context)
{
    context.Cancel = true;
    end.TrySetResult();
}
