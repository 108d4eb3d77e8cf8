using Aspire.Hosting.Eventing;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>Before anything runs: the last moment to change the model.</summary>
public record BeforeStartEvent(IServiceProvider Services, DistributedApplicationModel Model) : IDistributedApplicationEvent;

/// <summary>Every resource that starts by itself was created.</summary>
public record AfterResourcesCreatedEvent(IServiceProvider Services, DistributedApplicationModel Model) : IDistributedApplicationEvent;

/// <summary>Once per resource; a resource type that is no process lives from here.</summary>
public record InitializeResourceEvent(IResource Resource, IDistributedApplicationEventing Eventing, ResourceLoggerService Logger,
    ResourceNotificationService Notifications, IServiceProvider Services) : IDistributedApplicationResourceEvent;

/// <summary>The resource's ports are known.</summary>
public record ResourceEndpointsAllocatedEvent(IResource Resource, IServiceProvider Services) : IDistributedApplicationResourceEvent;

public record ConnectionStringAvailableEvent(IResource Resource, IServiceProvider Services) : IDistributedApplicationResourceEvent;

/// <summary>Before each start; handlers hold it up, and what they throw makes it fail.</summary>
public record BeforeResourceStartedEvent(IResource Resource, IServiceProvider Services) : IDistributedApplicationResourceEvent;

/// <summary>Once per start, when running and healthy; those that wait for the resource wait for its handlers too.</summary>
public record ResourceReadyEvent(IResource Resource, IServiceProvider Services) : IDistributedApplicationResourceEvent;

public record ResourceStoppedEvent(IResource Resource, IServiceProvider Services, ResourceEvent ResourceEvent) : IDistributedApplicationResourceEvent;
