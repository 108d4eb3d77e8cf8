using Microsoft.Extensions.Logging;

namespace Signet.ServiceDefaults;

/// <summary>
/// What libraries may say. Logs are about ids: addresses with queries, SQL and messages of database exceptions (which can quote values) stay
/// out. Faults of the database reach <see cref="FaultHandler"/> as exceptions and are logged there without their messages.
/// </summary>
internal static class LogRules
{
    public static ILoggingBuilder AddLogRules(this ILoggingBuilder logging) => logging
        .AddFilter("Microsoft.AspNetCore", LogLevel.Warning)
        .AddFilter("Microsoft.AspNetCore.Diagnostics.ExceptionHandlerMiddleware", LogLevel.None)
        .AddFilter("Microsoft.EntityFrameworkCore", LogLevel.Warning)
        .AddFilter("Microsoft.EntityFrameworkCore.Migrations", LogLevel.Information)
        .AddFilter("Microsoft.EntityFrameworkCore.Database.Command", LogLevel.None)
        .AddFilter("Microsoft.EntityFrameworkCore.Database.Connection", LogLevel.None)
        .AddFilter("Microsoft.EntityFrameworkCore.Database.Transaction", LogLevel.None)
        .AddFilter("Microsoft.EntityFrameworkCore.Infrastructure", LogLevel.Error)
        .AddFilter("Microsoft.EntityFrameworkCore.Query", LogLevel.None)
        .AddFilter("Microsoft.EntityFrameworkCore.Update", LogLevel.None)
        .AddFilter("Npgsql", LogLevel.None)
        // At Information it writes down requests, with state and code verifier.
        .AddFilter("OpenIddict", LogLevel.Warning)
        .AddFilter("System.Net.Http.HttpClient", LogLevel.Warning)
        .AddFilter("Polly", LogLevel.Warning);
}
