using Signet.ServiceDefaults;
using Yarp.ReverseProxy.Forwarder;

namespace Signet.Gateway.Routing;

/// <summary>
/// Lets YARP send over the same channel (connections and certificate) that the request's internal token was made for. The token names that
/// certificate, so the two must not come apart when certificates are renewed in between.
/// </summary>
internal sealed class ChannelForwarder : IForwarderHttpClientFactory
{
    public static readonly HttpRequestOptionsKey<ServiceChannel> ChannelKey = new("Signet.Channel");

    public HttpMessageInvoker CreateClient(ForwarderHttpClientContext context) => new(new Handler(), disposeHandler: true);

    private sealed class Handler : HttpMessageHandler
    {
        protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken) =>
            request.Options.TryGetValue(ChannelKey, out var channel)
                ? channel.Invoker.SendAsync(request, cancellationToken)
                : throw new InvalidOperationException("The request has no channel; Admission sets it.");
    }
}
