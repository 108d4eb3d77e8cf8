using System.Text.RegularExpressions;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>How one resource learns of another.</summary>
public static partial class ResourceBuilderExtensions
{
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source) where TDestination : IResourceWithEnvironment =>
        builder.WithEndpoints(source.Resource, endpoint: null, name: null);

    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithServiceDiscovery> source, string name) where TDestination : IResourceWithEnvironment =>
        builder.WithEndpoints(source.Resource, endpoint: null, name);

    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, EndpointReference endpointReference) where TDestination : IResourceWithEnvironment =>
        builder.WithEndpoints(endpointReference.Resource, endpointReference.EndpointName, name: null);

    /// <summary>The connection string and its parts as variables.</summary>
    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, IResourceBuilder<IResourceWithConnectionString> source, string? connectionName = null, bool optional = false) where TDestination : IResourceWithEnvironment
    {
        var resource = source.Resource;
        var name = connectionName ?? resource.Name;
        return builder.WithRelationship(resource, "Reference").WithEnvironment(context =>
        {
            context.EnvironmentVariables[resource.ConnectionStringEnvironmentVariable ?? $"ConnectionStrings__{name}"] = new ConnectionStringReference(resource, optional);
            foreach (var (property, value) in resource.GetConnectionProperties())
                context.EnvironmentVariables[VariableName($"{name}_{property}").ToUpperInvariant()] = value;
        });
    }

    public static IResourceBuilder<TDestination> WithReference<TDestination>(this IResourceBuilder<TDestination> builder, string name, Uri uri) where TDestination : IResourceWithEnvironment =>
        !uri.IsAbsoluteUri || uri.Query.Length > 0 || uri.Fragment.Length > 0
            ? throw new ArgumentException("The address of a service is absolute, without query and fragment.", nameof(uri))
            : builder.WithEnvironment($"services__{name}__default__0", uri.ToString()).WithEnvironment(VariableName(name), uri.ToString());

    private static IResourceBuilder<T> WithEndpoints<T>(this IResourceBuilder<T> builder, IResourceWithEndpoints source, string? endpoint, string? name) where T : IResourceWithEnvironment
    {
        builder.WithRelationship(source, "Reference");
        var known = builder.Resource.Annotations.OfType<EndpointReferenceAnnotation>().FirstOrDefault(a => ReferenceEquals(a.Resource, source));
        var reference = known ?? new EndpointReferenceAnnotation(source);
        if (endpoint is null) reference.UseAllEndpoints = true;
        else reference.EndpointNames.Add(endpoint);
        return known is null ? builder.WithAnnotation(reference).WithEnvironment(context => AddEndpoints(context, reference, name)) : builder;
    }

    private static void AddEndpoints(EnvironmentCallbackContext context, EndpointReferenceAnnotation reference, string? name)
    {
        var (counts, source) = (new Dictionary<string, int>(), reference.Resource);
        foreach (var endpoint in source.Annotations.OfType<EndpointAnnotation>())
        {
            if (!reference.EndpointNames.Contains(endpoint.Name) && (!reference.UseAllEndpoints || endpoint.ExcludeReferenceEndpoint)) continue;
            var value = new EndpointReference(source, endpoint);
            var key = endpoint.Name is "http" or "https" ? endpoint.UriScheme : endpoint.Name;
            var index = counts[key] = counts.GetValueOrDefault(key, -1) + 1;
            context.EnvironmentVariables[$"services__{name ?? source.Name}__{key}__{index}"] = value;
            context.EnvironmentVariables[$"{VariableName(name ?? source.Name.ToUpperInvariant())}_{VariableName(endpoint.Name).ToUpperInvariant()}"] = value;
        }
    }

    private static string VariableName(string text) => NoVariableCharacters.Replace(text, "_");

    [GeneratedRegex("[^A-Za-z0-9_]")]
    private static partial Regex NoVariableCharacters { get; }
}
