using System.Net;
using System.Net.Http.Headers;

namespace Signet.Tests.MailWorker;

/// <summary>25 MB and no more, and none of it on disk.</summary>
public sealed class LargeUploads(MailWorkerApp app) : IClassFixture<MailWorkerApp>
{
    private const int Limit = 25 * 1024 * 1024;

    [Fact]
    public async Task Sixty_megabytes_are_refused_before_a_byte_is_read()
    {
        using var client = app.Gateway();
        using var content = new MeteredContent(60 * 1024 * 1024, declaresLength: true);
        var request = new HttpRequestMessage(HttpMethod.Post, "/api/v1/captures/mail") { Content = content };
        request.Headers.Add("Idempotency-Key", "large");
        request.Headers.ExpectContinue = true;

        using var response = await client.SendAsync(request);

        await Captures.AssertProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "capture-too-large");
        Assert.Equal(0, content.Sent);
    }

    [Fact]
    public async Task A_stream_of_unknown_length_is_refused_at_the_limit()
    {
        using var client = app.Gateway();
        using var content = new MeteredContent(Limit + 1024 * 1024, declaresLength: false);

        using var response = await MailWorkerApp.CaptureAsync(client, content, "stream");

        await Captures.AssertProblemAsync(response, HttpStatusCode.RequestEntityTooLarge, "capture-too-large");
    }

    [Fact]
    public async Task A_mail_of_twenty_five_megabytes_is_read()
    {
        using var client = app.Gateway();
        var head = "From: Erika Muster <erika.muster@kupfer.example>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/mixed; boundary=b\r\n\r\n--b\r\nContent-Type: text/plain\r\n\r\nBest regards\r\nErika Muster\r\n--b\r\nContent-Type: application/octet-stream\r\n\r\n"u8;
        var mail = new byte[Limit];
        mail.AsSpan().Fill((byte)'a');
        for (var i = 76; i + 1 < mail.Length; i += 78) (mail[i], mail[i + 1]) = ((byte)'\r', (byte)'\n');
        head.CopyTo(mail);

        using var response = await MailWorkerApp.CaptureAsync(client, MailWorkerApp.Content(mail, "message/rfc822"), "just-right");

        Assert.Equal(HttpStatusCode.Created, response.StatusCode);
    }

    [Fact]
    public async Task When_too_many_upload_at_once_the_next_is_told_to_come_back()
    {
        await using var small = app.Order(("Captures:ConcurrentUploads", "1"), ("Captures:WaitingUploads", "0")).Start<Signet.MailWorker.Captures.CaptureOptions>();
        using var client = small.ClientFor(app.Identity, app.User, Signet.Contracts.Permissions.CapturesWrite);
        using var slow = new MeteredContent(1024, declaresLength: true) { Hold = new() };
        var first = MailWorkerApp.CaptureAsync(client, slow, "first");
        await slow.Begun.Task;

        using var response = await RetryUntilAsync(() => MailWorkerApp.CaptureAsync(client, MailWorkerApp.Pasted("Erika Muster"), "second"), HttpStatusCode.ServiceUnavailable);

        await Captures.AssertProblemAsync(response, HttpStatusCode.ServiceUnavailable, "service-unavailable");
        Assert.NotNull(response.Headers.RetryAfter);
        slow.Hold.SetResult();
        (await first).Dispose();
    }

    private static async Task<HttpResponseMessage> RetryUntilAsync(Func<Task<HttpResponseMessage>> ask, HttpStatusCode wanted)
    {
        for (var i = 0; ; i++)
        {
            var response = await ask();
            if (response.StatusCode == wanted || i == 50) return response;
            response.Dispose();
            await Task.Delay(20);
        }
    }

    /// <summary>Bytes of which the test sees how many were asked for.</summary>
    private sealed class MeteredContent : HttpContent
    {
        private readonly long _length;
        private readonly bool _declaresLength;

        public MeteredContent(long length, bool declaresLength)
        {
            (_length, _declaresLength) = (length, declaresLength);
            Headers.ContentType = MediaTypeHeaderValue.Parse("message/rfc822");
        }

        public long Sent { get; private set; }

        public TaskCompletionSource Begun { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public TaskCompletionSource? Hold { get; init; }

        protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
        {
            var block = new byte[64 * 1024];
            block.AsSpan().Fill((byte)'a');
            while (Sent < _length)
            {
                var count = (int)Math.Min(block.Length, _length - Sent);
                await stream.WriteAsync(block.AsMemory(0, Hold is null ? count : count - 1));
                await stream.FlushAsync();
                Sent += count;
                Begun.TrySetResult();
                if (Hold is null) continue;
                await Hold.Task;
                await stream.WriteAsync(block.AsMemory(0, 1));
            }
        }

        protected override bool TryComputeLength(out long length)
        {
            length = _length;
            return _declaresLength;
        }
    }
}
