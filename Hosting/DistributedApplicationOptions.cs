namespace Aspire.Hosting;

public sealed class DistributedApplicationOptions
{
    public string[]? Args { get; set; }

    /// <summary>The AppHost's assembly; default: the entry assembly.</summary>
    public string? AssemblyName { get; set; }
    public bool DisableDashboard { get; set; }

    /// <summary>Repeats what resources print in the host's own log.</summary>
    public bool EnableResourceLogging { get; set; }
    public bool AllowUnsecuredTransport { get; set; }

    /// <summary>Default: the project folder that the build noted in the AppHost's assembly.</summary>
    public string? ProjectDirectory { get; set; }
    public string? DashboardApplicationName { get; set; }

    /// <summary>Read by the real library only, which else hands the ASP.NET development certificate to every project.</summary>
    public bool? TrustDeveloperCertificate { get; set; }
    public bool? DeveloperCertificateDefaultHttpsTerminationEnabled { get; set; }
}

public class DistributedApplicationException : Exception
{
    public DistributedApplicationException() { }

    public DistributedApplicationException(string message) : base(message) { }

    public DistributedApplicationException(string message, Exception inner) : base(message, inner) { }
}

public enum DistributedApplicationOperation
{
    Run,
    Publish,
}

public class DistributedApplicationExecutionContext(DistributedApplicationOperation operation)
{
    private IServiceProvider? services;

    public DistributedApplicationOperation Operation { get; } = operation;
    public bool IsRunMode => Operation == DistributedApplicationOperation.Run;
    public bool IsPublishMode => Operation == DistributedApplicationOperation.Publish;

    public IServiceProvider Services
    {
        get => services ?? throw new InvalidOperationException("The services exist after Build.");
        internal set => services = value;
    }
}
