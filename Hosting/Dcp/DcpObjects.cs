using k8s;
using k8s.Models;

namespace Aspire.Hosting.Dcp;

/// <summary>The orchestrator's objects, as far as they are used here. Names are its JSON names.</summary>
internal abstract class DcpObject : IKubernetesObject<V1ObjectMeta>
{
    public const string Group = "usvc-dev.developer.microsoft.com", Version = "v1";

    public string ApiVersion { get; set; } = $"{Group}/{Version}";
    public abstract string Kind { get; set; }
    public V1ObjectMeta Metadata { get; set; } = new();
}

/// <summary>A port that clients use; the orchestrator's proxy listens on it.</summary>
internal sealed class DcpService : DcpObject
{
    public override string Kind { get; set; } = "Service";
    public ServiceSpec Spec { get; set; } = new();
    public ServiceStatus? Status { get; set; }

    internal sealed class ServiceSpec
    {
        public string Address { get; set; } = "localhost";
        public int? Port { get; set; }
        public string Protocol { get; set; } = "TCP";
        public string? AddressAllocationMode { get; set; }
    }

    internal sealed class ServiceStatus
    {
        public string? EffectiveAddress { get; set; }
        public int? EffectivePort { get; set; }
    }
}

/// <summary>A process.</summary>
internal sealed class DcpExecutable : DcpObject
{
    public const string ServiceProducer = "service-producer";

    public override string Kind { get; set; } = "Executable";
    public ExecutableSpec Spec { get; set; } = new();
    public ExecutableStatus? Status { get; set; }

    internal sealed class ExecutableSpec
    {
        public string ExecutablePath { get; set; } = "";
        public string? WorkingDirectory { get; set; }
        public IList<string> Args { get; set; } = [];
        public IList<NameValue> Env { get; set; } = [];
        public bool? Stop { get; set; }
    }

    internal sealed class ExecutableStatus
    {
        public string? State { get; set; }
        public int? Pid { get; set; }
        public int? ExitCode { get; set; }
        public DateTime? StartupTimestamp { get; set; }
        public DateTime? FinishTimestamp { get; set; }
    }

    internal sealed record NameValue(string Name, string? Value);

    internal sealed record ProducedService(string ServiceName, string Address, int? Port);
}
