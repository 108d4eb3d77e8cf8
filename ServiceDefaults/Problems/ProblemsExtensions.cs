using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;

namespace Signet.ServiceDefaults;

internal static class ProblemsExtensions
{
    public static WebApplicationBuilder AddProblems(this WebApplicationBuilder builder)
    {
        builder.Services.AddExceptionHandler<FaultHandler>();
        // Bad bodies reach the exception handler, which says where they are bad; otherwise they would be a bare 400.
        builder.Services.Configure<RouteHandlerOptions>(options => options.ThrowOnBadRequest = true);
        builder.Services.AddProblemDetails(options => options.CustomizeProblemDetails = context =>
        {
            var problem = context.ProblemDetails;
            if (!problem.Extensions.ContainsKey("code"))
            {
                var known = StatusProblems.Of(problem.Status ?? context.HttpContext.Response.StatusCode);
                (problem.Type, problem.Title, problem.Detail) = (known.Type, known.Title, known.Detail);
                problem.Extensions["code"] = known.Extensions["code"];
            }

            problem.Extensions["traceId"] = System.Diagnostics.Activity.Current?.TraceId.ToHexString() ?? context.HttpContext.TraceIdentifier;
        });
        return builder;
    }

    public static WebApplication UseProblems(this WebApplication app)
    {
        app.UseExceptionHandler();
        app.UseStatusCodePages(pages =>
        {
            var context = pages.HttpContext;
            return context.RequestServices.GetRequiredService<IProblemDetailsService>()
                .WriteAsync(new() { HttpContext = context, ProblemDetails = StatusProblems.Of(context.Response.StatusCode) }).AsTask();
        });
        return app;
    }
}
