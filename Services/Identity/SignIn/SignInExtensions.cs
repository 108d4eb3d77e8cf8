using Microsoft.AspNetCore.Mvc;
using Signet.Identity.Users;
using Signet.ServiceDefaults;

namespace Signet.Identity.SignIn;

/// <summary>The pages of the sign-in origin.</summary>
internal static class SignInExtensions
{
    private const int MaxFormBytes = 64 * 1024;

    private static readonly string[] Cultures = ["en"];

    public static IHostApplicationBuilder AddSignIn(this IHostApplicationBuilder builder)
    {
        builder.Services.AddSingleton<PasswordHasher>();
        builder.Services.AddSingleton<SignInStates>();
        builder.Services.AddOptions<RefusalOptions>().BindConfiguration(RefusalOptions.Section)
            .Validate(options => options.RefusalTakes >= TimeSpan.Zero && options.RefusalTakes <= RefusalOptions.Most, "SignIn:RefusalTakes is a duration such as 00:00:02, of at most ten seconds.").ValidateOnStart();
        builder.Services.AddSingleton<RefusalPace>();
        builder.Services.AddScoped<PasswordSignIn>();
        builder.Services.AddAuthentication().AddCookie(SignInCookie.Scheme, SignInCookie.Configure);
        builder.Services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "__Host-signet-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.Always;
            options.Cookie.SameSite = SameSiteMode.Strict;
        });
        builder.Services.AddLocalization();
        builder.Services.AddRazorPages(options =>
        {
            options.RootDirectory = "/SignIn/Pages";
            options.Conventions.ConfigureFilter(new RequestSizeLimitAttribute(MaxFormBytes));
            options.Conventions.ConfigureFilter(new ForgedFormFilter());
        });
        return builder;
    }

    public static WebApplication MapSignIn(this WebApplication app)
    {
        app.MapRazorPages().RequireCallers(Callers.Gateway);
        app.MapGet("/assets/{**path}", Assets.Get).RequireCallers(Callers.Gateway).ExcludeFromDescription();
        return app;
    }

    /// <summary>What belongs before routing: the public host name, the language, the headers of the pages.</summary>
    public static WebApplication UseSignInOrigin(this WebApplication app)
    {
        app.UseMiddleware<ForwardedOrigin>();
        app.UseRequestLocalization(options => options.SetDefaultCulture(Cultures[0]).AddSupportedCultures(Cultures).AddSupportedUICultures(Cultures));
        app.UseMiddleware<PageHeaders>();
        return app;
    }
}
