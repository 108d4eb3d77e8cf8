using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.Options;
using Signet.MailWorker.Drafts;
using Signet.ServiceDefaults;

namespace Signet.MailWorker.Captures;

internal static class CapturesExtensions
{
    /// <summary>Adds what turns an uploaded mail into a draft.</summary>
    public static IHostApplicationBuilder AddCaptures(this IHostApplicationBuilder builder)
    {
        builder.Services.AddOptions<CaptureOptions>().BindConfiguration("Captures").ValidateOnStart();
        builder.Services.AddSingleton<IValidateOptions<CaptureOptions>, CaptureOptionsValidator>();
        builder.Services.AddSingleton<CaptureGate>();
        builder.Services.AddSingleton<CaptureReader>();
        builder.Services.AddSingleton<CaptureMetrics>();
        builder.Services.ConfigureAll<OpenApiOptions>(CaptureDescription.AddTo);
        builder.AddServiceClient<DraftsClient>("contacts");
        return builder;
    }
}
