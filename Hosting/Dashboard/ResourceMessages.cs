using System.Collections;
using System.Globalization;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Dashboard.Wire;
using Google.Protobuf.WellKnownTypes;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using HealthReport = Aspire.Hosting.Dashboard.Wire.HealthReport;
using Resource = Aspire.Hosting.Dashboard.Wire.Resource;

namespace Aspire.Hosting.Dashboard;

/// <summary>A snapshot in the dashboard's words.</summary>
internal static class ResourceMessages
{
    public static Resource From(ResourceEvent change)
    {
        var (resource, id, snapshot) = change;
        var message = new Resource
        {
            Name = id, Uid = id, DisplayName = resource.Name, ResourceType = snapshot.ResourceType, IsHidden = snapshot.IsHidden,
            CreatedAt = Time(snapshot.CreationTimeStamp) ?? Timestamp.FromDateTime(DateTime.UnixEpoch), StartedAt = Time(snapshot.StartTimeStamp), StoppedAt = Time(snapshot.StopTimeStamp),
            SupportsDetailedTelemetry = resource is ProjectResource,
        };
        if (snapshot.State is { } state) (message.State, message.StateStyle) = (state.Text, state.Style ?? "");
        if (snapshot.IconName is { } icon) (message.IconName, message.IconVariant) = (icon, (WireIconVariant)(snapshot.IconVariant ?? IconVariant.Filled));
        message.Environment.AddRange(snapshot.EnvironmentVariables.Select(Variable));
        message.Urls.AddRange(snapshot.Urls.Where(url => Uri.IsWellFormedUriString(url.Url, UriKind.Absolute)).Select(Address));
        message.Volumes.AddRange(snapshot.Volumes.Select(v => new Volume { Source = v.Source ?? "", Target = v.Target, MountType = v.MountType, IsReadOnly = v.IsReadOnly }));
        message.Relationships.AddRange(snapshot.Relationships.Select(r => new ResourceRelationship { ResourceName = r.ResourceName, Type = r.Type }));
        message.HealthReports.AddRange(snapshot.HealthReports.Select(Report));
        message.Commands.AddRange(snapshot.Commands.Select(command => Command(command, resource)));
        message.Properties.AddRange(snapshot.Properties.Concat(Own(resource, snapshot)).Where(p => p.Value is not null).Select(Property));
        return message;
    }

    /// <summary>What the dashboard knows as properties although the snapshot has fields for it.</summary>
    private static IEnumerable<ResourcePropertySnapshot> Own(IResource resource, CustomResourceSnapshot snapshot)
    {
        yield return new("resource.exitCode", snapshot.ExitCode);
        yield return new("resource.healthState", snapshot.HealthStatus?.ToString());
        var parent = (resource as IResourceWithParent)?.Parent ?? resource.Annotations.OfType<ResourceRelationshipAnnotation>().LastOrDefault(r => r.Type == "Parent")?.Resource;
        yield return new("resource.parentName", parent?.GetInstanceId());
    }

    private static EnvironmentVariable Variable(EnvironmentVariableSnapshot variable) =>
        new() { Name = variable.Name, Value = variable.Value ?? "", IsFromSpec = variable.IsFromSpec };

    private static Url Address(UrlSnapshot url)
    {
        var message = new Url
        {
            FullUrl = url.Url, IsInternal = url.IsInternal, IsInactive = url.IsInactive,
            DisplayProperties = new() { DisplayName = url.DisplayProperties.DisplayName, SortOrder = url.DisplayProperties.SortOrder },
        };
        if (url.Name is { } name) message.EndpointName = name;
        return message;
    }

    private static HealthReport Report(HealthReportSnapshot report)
    {
        var message = new HealthReport { Key = report.Name, Description = report.Description ?? "", Exception = report.ExceptionText ?? "", LastRunAt = Time(report.LastRunAt) };
        // Unset says: no result yet.
        if (report.Status is { } status)
            message.Status = status switch { HealthStatus.Healthy => WireHealthStatus.Healthy, HealthStatus.Degraded => WireHealthStatus.Degraded, _ => WireHealthStatus.Unhealthy };
        return message;
    }

    private static ResourceCommand Command(ResourceCommandSnapshot command, IResource resource) => new()
    {
        ArgumentInputs = { resource.Annotations.OfType<ResourceCommandAnnotation>().Last(c => c.Name == command.Name).Arguments.Select(Input) },
        Name = command.Name, DisplayName = command.DisplayName, DisplayDescription = command.DisplayDescription ?? "", ConfirmationMessage = command.ConfirmationMessage ?? "",
        IconName = command.IconName ?? "", IconVariant = (WireIconVariant)(command.IconVariant ?? IconVariant.Regular), IsHighlighted = command.IsHighlighted, State = (WireCommandState)command.State,
    };

    private static InteractionInputMessage Input(InteractionInput input) => new()
    {
        Name = input.Name, Label = input.Label ?? input.Name, Description = input.Description ?? "", Value = input.Value ?? "", Required = input.Required, InputType = (WireInputType)(input.InputType + 1),
    };

    private static ResourceProperty Property(ResourcePropertySnapshot property)
    {
        var message = new ResourceProperty { Name = property.Name, Value = Value(property.Value), IsSensitive = property.IsSensitive, IsHighlighted = property.IsHighlighted };
        if (property.DisplayName is { } name) message.DisplayName = name;
        if (property.SortOrder is { } order) message.SortOrder = order;
        return message;
    }

    private static Value Value(object? value) => value switch
    {
        null => Google.Protobuf.WellKnownTypes.Value.ForNull(),
        string text => Google.Protobuf.WellKnownTypes.Value.ForString(text),
        bool flag => Google.Protobuf.WellKnownTypes.Value.ForBool(flag),
        int number => Google.Protobuf.WellKnownTypes.Value.ForNumber(number),
        IEnumerable list => Google.Protobuf.WellKnownTypes.Value.ForList([.. list.Cast<object?>().Select(Value)]),
        _ => Google.Protobuf.WellKnownTypes.Value.ForString(Convert.ToString(value, CultureInfo.InvariantCulture) ?? ""),
    };

    private static Timestamp? Time(DateTime? time) => time is { } value ? Timestamp.FromDateTime(value.ToUniversalTime()) : null;
}
