namespace Signet.Web.Tests.Journeys;

/// <summary>One after the other: they share one running app, and one of them stops a service.</summary>
[CollectionDefinition("journeys", DisableParallelization = true)]
public sealed class JourneyCollection;
