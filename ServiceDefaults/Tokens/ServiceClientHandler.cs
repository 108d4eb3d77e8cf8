using System.Net.Http.Headers;
using Microsoft.AspNetCore.Http;

namespace Signet.ServiceDefaults;

/// <summary>The end of a typed client's pipeline: one channel for the exchange and for the request, in the name of the user of the current request.</summary>
internal sealed class ServiceClientHandler(string service, ServiceChannels channels, TokenExchange tokens, IHttpContextAccessor current) : HttpMessageHandler
{
    protected override async Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
    {
        var subject = current.HttpContext?.Features.Get<SubjectToken>()
            ?? throw new InvalidOperationException($"A call of {service} needs a request with an internal token to act for.");
        var channel = channels.Current;
        var token = await tokens.ExchangeAsync(channel, subject.Encoded, service, cancellationToken);
        request.Headers.Authorization = new AuthenticationHeaderValue("Bearer", token);
        return await channel.Invoker.SendAsync(request, cancellationToken);
    }
}
