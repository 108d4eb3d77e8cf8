using System.Net.Http.Headers;
using System.Text;
using Signet.Contracts;
using Signet.MailWorker.Captures;
using Signet.Testing;

namespace Signet.Tests.MailWorker;

/// <summary>The real mail-worker on Kestrel, with stand-ins for identity and contacts at the wire.</summary>
public sealed class MailWorkerApp : IAsyncLifetime
{
    public TestUser User { get; } = TestUser.Create();

    internal ContactsStandIn Contacts { get; } = new();

    internal TokenMint Identity { get; private set; } = null!;

    internal ServiceHost<CaptureOptions> Host { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        Identity = await TokenMint.StartAsync();
        await Contacts.StartAsync();
        Host = Order().Start<CaptureOptions>();
    }

    public async ValueTask DisposeAsync()
    {
        await Host.DisposeAsync();
        await Contacts.DisposeAsync();
        await Identity.DisposeAsync();
    }

    internal ServiceOrder Order(params (string Key, string Value)[] settings) => new("mail-worker")
    {
        Others = [Identity.Host, Contacts.Host],
        Settings = settings.ToDictionary(setting => setting.Key, setting => setting.Value),
    };

    /// <summary>The gateway, for a user who may capture.</summary>
    public HttpClient Gateway(params string[] permissions) =>
        Host.ClientFor(Identity, User, permissions.Length == 0 ? [Permissions.CapturesWrite] : permissions);

    public static Task<HttpResponseMessage> CaptureAsync(
        HttpClient client, HttpContent content, string? key = "key-1", string query = "", CancellationToken cancellationToken = default)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/captures/mail" + query) { Content = content };
        if (key is not null) request.Headers.Add("Idempotency-Key", key);
        return client.SendAsync(request, cancellationToken);
    }

    public static ByteArrayContent Mail(string eml) => Content(Encoding.UTF8.GetBytes(eml.ReplaceLineEndings("\r\n")), "message/rfc822");

    public static ByteArrayContent Pasted(string text) => Content(Encoding.UTF8.GetBytes(text), "text/plain; charset=utf-8");

    public static ByteArrayContent Content(byte[] bytes, string type)
    {
        var content = new ByteArrayContent(bytes);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(type);
        return content;
    }
}
