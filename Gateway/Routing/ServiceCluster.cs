using System.Net;
using Signet.ServiceDefaults;
using Yarp.ReverseProxy.Configuration;
using Yarp.ReverseProxy.Forwarder;

namespace Signet.Gateway.Routing;

/// <summary>A service as YARP's cluster: the address is the name that its certificate must have; where that is, service discovery knows.</summary>
internal static class ServiceCluster
{
    /// <summary>Silence for longer than this is answered with 504. A capture may take longest: up to 25 MB are taken apart.</summary>
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(30);

    public static ClusterConfig Of(string service) => new()
    {
        ClusterId = service,
        Destinations = new Dictionary<string, DestinationConfig>
        {
            [service] = new() { Address = ServiceChannels.AddressOf(service).AbsoluteUri },
        },
        HttpRequest = new ForwarderRequestConfig
        {
            ActivityTimeout = service == RouteTable.Captures ? 2 * _patience : _patience,
            Version = HttpVersion.Version20,
            VersionPolicy = HttpVersionPolicy.RequestVersionOrLower,
        },
    };
}
