using MudBlazor.Services;
using Signet.Web.Capture;
using Signet.Web.Contacts;
using Signet.Web.Duplicates;
using Signet.Web.Fields;

namespace Signet.Web.Shell;

public static class SignetWebExtensions
{
    /// <summary>The app's own services. Scoped means: as long as the page is open.</summary>
    public static IServiceCollection AddSignetWeb(this IServiceCollection services)
    {
        services.AddMudServices();
        services.AddLocalization();
        services.AddSingleton(TimeProvider.System);
        return services
            .AddScoped<Browser>().AddScoped<Preferences>().AddScoped<Session>().AddScoped<Toasts>().AddScoped<Announcer>()
            .AddScoped<FieldWords>().AddScoped<Formats>().AddScoped<ReasonWords>()
            .AddScoped<CaptureDesk>().AddScoped<ContactTable>().AddScoped<ContactDeletion>();
    }
}
