using System.Collections.Immutable;
using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>How the model itself shows in a snapshot: kind, relationships, commands.</summary>
internal static class ResourceSnapshots
{
    public const string WaitingFor = "resource.waitingFor";

    /// <summary>Processes get a name of their own per run, <c>contacts-kjjngmqm</c>, so that replicas and telemetry can be told apart.</summary>
    public static string GetInstanceId(this IResource resource)
    {
        if (!resource.IsProcess()) return resource.Name;
        lock (resource.Annotations)
        {
            if (resource.Annotations.OfType<InstanceAnnotation>().FirstOrDefault() is not { } instance)
                resource.Annotations.Add(instance = new($"{resource.Name}-{RandomNumberGenerator.GetString("abcdefghijklmnopqrstuvwxyz", 8)}"));
            return instance.Id;
        }
    }

    public static bool IsProcess(this IResource resource) => resource is ProjectResource or ExecutableResource or ContainerResource;

    public static IResource GetRoot(this IResource resource) => resource is IResourceWithParent { Parent: var parent } ? parent.GetRoot() : resource;

    public static CustomResourceSnapshot Initial(IResource resource)
    {
        var icon = resource.Annotations.OfType<ResourceIconAnnotation>().LastOrDefault();
        var snapshot = resource.Annotations.OfType<ResourceSnapshotAnnotation>().LastOrDefault()?.InitialSnapshot
            ?? new CustomResourceSnapshot { ResourceType = TypeOf(resource), Properties = [] };
        return snapshot with
        {
            IconName = snapshot.IconName ?? icon?.IconName,
            IconVariant = snapshot.IconVariant ?? icon?.IconVariant,
            HealthReports = [.. resource.Annotations.OfType<HealthCheckAnnotation>().Select(check => new HealthReportSnapshot(check.Key, null, null, null))],
            Relationships = [.. snapshot.Relationships, .. RelationshipsOf(resource)],
        };
    }

    public static ImmutableArray<ResourceCommandSnapshot> Commands(IResource resource, CustomResourceSnapshot snapshot, IServiceProvider services) =>
        [.. resource.Annotations.OfType<ResourceCommandAnnotation>().Select(command => new ResourceCommandSnapshot(
            command.Name, command.UpdateState(new UpdateCommandStateContext { ResourceSnapshot = snapshot, Services = services }),
            command.DisplayName, command.DisplayDescription, null, command.ConfirmationMessage, command.IconName, command.IconVariant, command.IsHighlighted))];

    /// <summary>Record equality compares arrays by reference; here by content, so that unchanged news is no news.</summary>
    public static bool AreSame(CustomResourceSnapshot a, CustomResourceSnapshot b) =>
        a.Properties.SequenceEqual(b.Properties) && a.EnvironmentVariables.SequenceEqual(b.EnvironmentVariables) && a.Urls.SequenceEqual(b.Urls)
        && a.Volumes.SequenceEqual(b.Volumes) && a.Commands.SequenceEqual(b.Commands) && a.Relationships.SequenceEqual(b.Relationships)
        && a.HealthReports.SequenceEqual(b.HealthReports)
        && a == b with
        {
            Properties = a.Properties, EnvironmentVariables = a.EnvironmentVariables, Urls = a.Urls, Volumes = a.Volumes,
            Commands = a.Commands, Relationships = a.Relationships, HealthReports = a.HealthReports,
        };

    private static string TypeOf(IResource resource) => resource switch
    {
        ProjectResource => "Project",
        ContainerResource => "Container",
        ExecutableResource => "Executable",
        _ => resource.GetType().Name.Replace("Resource", "", StringComparison.Ordinal),
    };

    private static IEnumerable<RelationshipSnapshot> RelationshipsOf(IResource resource)
    {
        var relations = resource.Annotations.OfType<ResourceRelationshipAnnotation>().Select(r => new RelationshipSnapshot(r.Resource.Name, r.Type));
        if (resource is IResourceWithParent child) relations = relations.Append(new(child.Parent.Name, "Parent"));
        return relations.Distinct();
    }

    private sealed record InstanceAnnotation(string Id) : IResourceAnnotation;
}
