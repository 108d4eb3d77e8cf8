using System.Net;
using System.Security.Cryptography;
using System.Text;
using Aspire.Hosting.ApplicationModel;
using Grpc.Core;
using Grpc.Core.Interceptors;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace Aspire.Hosting.Dashboard;

/// <summary>Listens for the dashboard, on loopback, and answers nobody else.</summary>
internal sealed class ResourceServiceServer(ResourceServiceKey key, IConfiguration configuration, IHostEnvironment environment, ResourceNotificationService notifications,
    ResourceLoggerService consoles, ResourceCommandService commands, ILoggerFactory loggers) : IHostedService, IAsyncDisposable
{
    private WebApplication? server;

    public string Url => server?.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()?.Addresses.Single()
        ?? throw new InvalidOperationException("The resource service is not running.");

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Empty: neither the addresses nor the settings of the host's own environment are meant for this server.
        var builder = WebApplication.CreateEmptyBuilder(new());
        builder.Services.AddRouting().AddSingleton<IHostLifetime, OwnedLifetime>();
        builder.Services.AddSingleton(loggers).AddSingleton(notifications).AddSingleton(consoles).AddSingleton(commands).AddSingleton(environment);
        builder.Services.AddSingleton(new KeyInterceptor(key));
        builder.Services.AddGrpc(options => options.Interceptors.Add<KeyInterceptor>());
        var port = configuration["ASPIRE_RESOURCE_SERVICE_ENDPOINT_URL"] is { } url ? new Uri(url).Port : 0;
        builder.WebHost.SuppressStatusMessages(true).UseKestrelCore().ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, port, listen => listen.Protocols = HttpProtocols.Http2));
        server = builder.Build();
        server.MapGrpcService<ResourceService>();
        return server.StartAsync(cancellationToken);
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        // The dashboard's streams never end by themselves.
        using var now = new CancellationTokenSource();
        await now.CancelAsync();
        if (server is not null) await server.StopAsync(now.Token);
    }

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;

    /// <summary>Starts and stops with its owner; Ctrl-C is the owner's business.</summary>
    private sealed class OwnedLifetime : IHostLifetime
    {
        public Task WaitForStartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

        public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;
    }

    private sealed class KeyInterceptor(ResourceServiceKey key) : Interceptor
    {
        private readonly byte[] expected = Encoding.UTF8.GetBytes(key.Value);

        public override Task<TResponse> UnaryServerHandler<TRequest, TResponse>(TRequest request, ServerCallContext context, UnaryServerMethod<TRequest, TResponse> continuation)
        {
            Check(context);
            return continuation(request, context);
        }

        public override Task ServerStreamingServerHandler<TRequest, TResponse>(TRequest request, IServerStreamWriter<TResponse> responseStream, ServerCallContext context, ServerStreamingServerMethod<TRequest, TResponse> continuation)
        {
            Check(context);
            return continuation(request, responseStream, context);
        }

        private void Check(ServerCallContext context)
        {
            if (!CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(context.RequestHeaders.GetValue("x-resource-service-api-key") ?? ""), expected))
                throw new RpcException(new Status(StatusCode.Unauthenticated, "The key of the resource service is missing or wrong."));
        }
    }
}
