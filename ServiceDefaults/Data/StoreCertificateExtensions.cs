using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;

namespace Signet.ServiceDefaults;

internal static class StoreCertificateExtensions
{
    public static IHostApplicationBuilder AddStoreCertificate(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<StoreTlsOptions>().BindConfiguration(StoreTlsOptions.Section).ValidateDataAnnotations();
        builder.Services.TryAddSingleton<StoreCertificate>();
        return builder;
    }
}
