using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.DependencyInjection;

namespace Signet.ServiceDefaults;

internal static class JsonExtensions
{
    /// <summary>Bodies are what their records say: null or missing where a value is needed is refused instead of becoming a null reference.</summary>
    public static WebApplicationBuilder AddStrictJson(this WebApplicationBuilder builder)
    {
        builder.Services.ConfigureHttpJsonOptions(options =>
        {
            var json = options.SerializerOptions;
            json.RespectNullableAnnotations = true;
            json.RespectRequiredConstructorParameters = true;
            json.TypeInfoResolver = (json.TypeInfoResolver ?? new DefaultJsonTypeInfoResolver()).WithAddedModifier(LeaveOutNullable);
        });
        return builder;
    }

    /// <summary>What may be null may be left out.</summary>
    private static void LeaveOutNullable(JsonTypeInfo type)
    {
        foreach (var property in type.Properties)
        {
            if (property.IsRequired && property.AssociatedParameter is { IsNullable: true }) property.IsRequired = false;
        }
    }
}
