using System.Reflection;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.OpenApi;

namespace Signet.ServiceDefaults;

/// <summary>
/// The document of a service's public API. It is written by the build into <c>docs/openapi</c>; at run time no service serves it. A service says
/// <c>builder.Services.AddOpenApi()</c> itself, because the comments on its handlers become the document's texts there.
/// </summary>
internal static class PublicApi
{
    private const string Prefix = "api/";
    private const string Bearer = "personalAccessToken";
    private const string Session = "session";

    /// <summary>Whether this program runs only to write its document: during a build, without certificates, stores or settings.</summary>
    public static bool IsBeingDescribed { get; } = Assembly.GetEntryAssembly()?.GetName().Name == "GetDocument.Insider";

    public static WebApplicationBuilder AddPublicApi(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureAll<OpenApiOptions>(Describe);
        // After the framework's own transformer, which puts the comment of the type in place of every description.
        builder.Services.PostConfigureAll<OpenApiOptions>(options => options.AddSchemaTransformer(new EnumTexts()));
        if (IsBeingDescribed) builder.Host.UseServiceProviderFactory(new DescriptionServices());
        return builder;
    }

    private static void Describe(OpenApiOptions options)
    {
        options.ShouldInclude = operation => operation.RelativePath?.StartsWith(Prefix, StringComparison.Ordinal) == true;
        options.AddDocumentTransformer((document, context, _) =>
        {
            document.Info = new OpenApiInfo { Title = $"Signet: {context.ApplicationServices.GetRequiredService<ServiceName>()}", Version = "v1" };
            document.Servers = [];
            document.Components ??= new();
            document.Components.SecuritySchemes = new Dictionary<string, IOpenApiSecurityScheme>
            {
                [Bearer] = new OpenApiSecurityScheme { Type = SecuritySchemeType.Http, Scheme = "bearer", Description = "A personal access token: sgp_…" },
                [Session] = new OpenApiSecurityScheme { Type = SecuritySchemeType.ApiKey, In = ParameterLocation.Cookie, Name = "__Host-signet", Description = "The web app's session; changes also need the header 'Signet-Request: 1'." },
            };
            document.Security =
            [
                new() { [new OpenApiSecuritySchemeReference(Bearer, document)] = [] },
                new() { [new OpenApiSecuritySchemeReference(Session, document)] = [] },
            ];
            return Task.CompletedTask;
        });
        options.AddOperationTransformer((operation, context, _) =>
        {
            Complete(operation, context.Description);
            return Task.CompletedTask;
        });
    }

    /// <summary>What filters and the gateway add to every operation and the handlers' signatures do not show.</summary>
    private static void Complete(OpenApiOperation operation, ApiDescription description)
    {
        var metadata = description.ActionDescriptor.EndpointMetadata;
        if (metadata.OfType<IdempotencyMarker>().Any())
        {
            (operation.Parameters ??= []).Add(new OpenApiParameter
            {
                Name = "Idempotency-Key", In = ParameterLocation.Header, Required = true, Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                Description = "Chosen by the caller; a repeated request with the same key is carried out once.",
            });
        }

        operation.Responses ??= [];
        if (!operation.Responses.ContainsKey("default"))
        {
            operation.Responses["default"] = new OpenApiResponse
            {
                Description = "A problem (RFC 9457): code, title, detail and traceId; errors by field where fields are at fault.",
                Content = new Dictionary<string, OpenApiMediaType> { ["application/problem+json"] = new() },
            };
        }
    }
}
