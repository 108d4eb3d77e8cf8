using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using Signet.ServiceDefaults;

namespace Signet.Identity.Keys;

internal static class KeysExtensions
{
    /// <summary>The keys of this service, those of the sign-in pages included: in the database, unreadable without the master key.</summary>
    public static IHostApplicationBuilder AddKeys(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<KeyRing>();
        builder.Services.AddScoped<KeyStore>();
        builder.Services.AddHostedService<KeyKeeper>();
        builder.Services.AddSingleton<IInternalTokenKeys, OwnTokenKeys>();

        builder.Services.AddDataProtection().SetApplicationName("Signet.Identity");
        builder.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services => new ConfigureOptions<KeyManagementOptions>(options =>
        {
            options.XmlRepository = new DataProtectionRepository(services.GetRequiredService<IServiceScopeFactory>(), services.GetRequiredService<TimeProvider>());
            options.XmlEncryptor = new DataProtectionEncryptor(services.GetRequiredService<IKeyWrapper>());
        }));
        return builder;
    }
}
