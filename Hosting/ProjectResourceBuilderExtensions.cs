using System.Reflection;
using Aspire.Hosting.ApplicationModel;

namespace Aspire.Hosting;

/// <summary>Endpoints that consumers find by the resource's name.</summary>
public interface IResourceWithServiceDiscovery : IResourceWithEndpoints;

/// <summary>What the build knows of a referenced project; the generated <c>Projects.*</c> classes are it.</summary>
public interface IProjectMetadata : IResourceAnnotation
{
    string ProjectPath { get; }

    bool SuppressBuild => false;
}

/// <summary>On generated project classes: the program that the build of the project leaves.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class ProjectOutputAttribute(string path) : Attribute
{
    public string Path { get; } = path;
}

public static class ProjectResourceBuilderExtensions
{
    /// <param name="launchProfileName">Null: no launch profile. Profiles are not read here; endpoints and environment are in the model.</param>
    public static IResourceBuilder<ProjectResource> AddProject<TProject>(this IDistributedApplicationBuilder builder, string name, string? launchProfileName)
        where TProject : IProjectMetadata, new() =>
        launchProfileName is null
            ? builder.AddResource(new ProjectResource(name)).WithAnnotation<IProjectMetadata>(new TProject())
            : throw new NotSupportedException($"'{name}' names a launch profile; say what it holds in the model and pass null.");

    public static IEnumerable<ProjectResource> GetProjectResources(this DistributedApplicationModel model) => model.Resources.OfType<ProjectResource>();

    public static IProjectMetadata GetProjectMetadata(this ProjectResource project) => project.Annotations.OfType<IProjectMetadata>().Single();

    /// <summary>The dll that <c>dotnet</c> runs.</summary>
    internal static string GetProgram(this IProjectMetadata project) => project.GetType().GetCustomAttribute<ProjectOutputAttribute>()?.Path
        ?? throw new DistributedApplicationException($"The build noted no program for {project.ProjectPath}; rebuild the AppHost.");
}

public static class ExecutableResourceBuilderExtensions
{
    /// <param name="workingDirectory">Relative to the AppHost's folder.</param>
    public static IResourceBuilder<ExecutableResource> AddExecutable(this IDistributedApplicationBuilder builder, string name, string command, string workingDirectory, params string[]? args) =>
        builder.AddResource(new ExecutableResource(name, command, Path.GetFullPath(Path.Combine(builder.AppHostDirectory, workingDirectory)))).WithArgs(args ?? []);
}
