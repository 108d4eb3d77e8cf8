using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;

namespace Signet.ServiceDefaults;

/// <summary>
/// The services of a host that is put together only to be described, during a build: what would need settings, keys or stores at its start is
/// left out. Its endpoints are the real ones.
/// </summary>
internal sealed class DescriptionServices : IServiceProviderFactory<IServiceCollection>
{
    public IServiceCollection CreateBuilder(IServiceCollection services)
    {
        // The web host itself is a hosted service; it must stay, because it builds the endpoints.
        foreach (var worker in services.Where(service => service.ServiceType == typeof(IHostedService) && service.ImplementationType?.Name != "GenericWebHostService").ToList())
        {
            services.Remove(worker);
        }

        services.RemoveAll<IStartupValidator>();
        services.Replace(ServiceDescriptor.Singleton<IKeyWrapper, NoKeys>());
        return services;
    }

    public IServiceProvider CreateServiceProvider(IServiceCollection containerBuilder) => containerBuilder.BuildServiceProvider();

    /// <summary>Nothing is encrypted while a document is written.</summary>
    private sealed class NoKeys : IKeyWrapper
    {
        public ValueTask<byte[]> WrapAsync(string context, ReadOnlyMemory<byte> key, CancellationToken cancellationToken) => throw new NotSupportedException();

        public ValueTask<byte[]> UnwrapAsync(string context, ReadOnlyMemory<byte> wrapped, CancellationToken cancellationToken) => throw new NotSupportedException();

        public byte[] Derive(string purpose) => throw new NotSupportedException();
    }
}
