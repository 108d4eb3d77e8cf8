using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Signet.ServiceDefaults;

internal static class SecretsExtensions
{
    public static IHostApplicationBuilder AddSecrets(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<SecretOptions>().BindConfiguration(SecretOptions.Section);
        builder.Services.TryAddSingleton<IKeyWrapper, FileKeyWrapper>();
        builder.Services.TryAddSingleton<CursorKey>();
        builder.Services.TryAddSingleton<DataKeys>();
        builder.Services.TryAddScoped(services => new SecretProtector(services.GetRequiredService<DataKeys>(), services.GetRequiredService<Tenant>()));
        builder.Services.TryAddScoped(services => new OpaqueCursor(services.GetRequiredService<CursorKey>(), services.GetRequiredService<Tenant>()));
        return builder;
    }
}
