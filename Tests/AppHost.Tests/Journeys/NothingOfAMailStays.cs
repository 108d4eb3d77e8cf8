using System.Net;
using System.Net.Http.Json;
using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Aspire.Hosting.ApplicationModel;
using Aspire.Hosting.Testing;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;
using Signet.Contracts;
using Signet.Testing;
using StackExchange.Redis;

namespace Signet.AppHost.Tests.Journeys;

/// <summary>
/// P38: mails with unique words in every part go through success and failure; then every table of every database, the
/// Redis-protocol server, all console logs and all exported telemetry are searched for those words.
/// </summary>
public sealed class NothingOfAMailStays(RunningApp running)
{
    private static readonly string[] Resources =
        ["identity", "contacts", "crm-connector", "mail-worker", "gateway", "postgres", "redis", "identity-migrate", "contacts-migrate", "crm-migrate"];

    private static CancellationToken Cancelled => TestContext.Current.CancellationToken;

    [Fact]
    [Promise(38)]
    public async Task No_word_of_a_mail_is_stored_logged_or_traced()
    {
        var app = await running.GetAsync();
        using var browser = await app.SignInAsync(Cancelled);
        var list = (await browser.GetFromJsonAsync<ListsResponse>("/api/v1/lists", Cancelled))!.Items[0];
        var words = new Canary();

        // Success, saved: what the person confirmed is in the database, and nothing else.
        var capture = await (await browser.CaptureAsync(words.Mail("Kanarienvogel", "k.kanarie"), Cancelled)).ReadAsync<CaptureResponse>(HttpStatusCode.Created, Cancelled);
        Assert.Contains(words.Body, capture.Text, StringComparison.Ordinal);
        await (await browser.SaveAsync(capture.Accept(list.Id), Cancelled)).ReadAsync<ContactResponse>(HttpStatusCode.Created, Cancelled);
        // Pasted text, and success that is never saved.
        await (await browser.CaptureAsync(words.Signature("Kanarienpaste", "k.paste"), Cancelled, "text/plain; charset=utf-8")).ReadAsync<CaptureResponse>(HttpStatusCode.Created, Cancelled);
        // Failures: nothing found, broken MIME, a body cut off, contacts not reachable with this key, a wrong region.
        using var nothing = await browser.CaptureAsync(words.Body, Cancelled, "text/plain; charset=utf-8");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, nothing.StatusCode);
        using var broken = await browser.CaptureAsync(words.BrokenMime(), Cancelled);
        Assert.NotEqual(HttpStatusCode.InternalServerError, broken.StatusCode);
        using var unreadable = await browser.CaptureAsync($"\0\u0001{words.Body}\0", Cancelled);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unreadable.StatusCode);
        using var wrongType = await browser.CaptureAsync(words.Body, Cancelled, "application/octet-stream");
        Assert.Equal(HttpStatusCode.UnsupportedMediaType, wrongType.StatusCode);

        await EverythingIsExportedAsync(app);
        var found = await SearchRedisAsync(app, words.All);
        foreach (var database in (string[])["identitydb", "contactsdb", "crmdb"])
        {
            found.AddRange(await SearchDatabaseAsync(app, database, words.All));
        }

        foreach (var resource in Resources)
        {
            var lines = await app.LogsOfAsync(resource, Cancelled);
            found.AddRange(words.All.Where(word => lines.Any(line => line.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(word => $"log of {resource}: {word}"));
        }

        found.AddRange(words.All.SelectMany(word => app.Telemetry.PathsContaining(word).Select(path => $"telemetry {path}: {word}")));

        Assert.Empty(found);
    }

    [Fact]
    public async Task The_search_would_find_what_was_saved()
    {
        var app = await running.GetAsync();
        using var browser = await app.SignInAsync(Cancelled);
        var list = (await browser.GetFromJsonAsync<ListsResponse>("/api/v1/lists", Cancelled))!.Items[0];
        await (await browser.SaveAsync(new(null, list.Id, [new(FieldKind.LastName, "Gegenprobe")]), Cancelled)).ReadAsync<ContactResponse>(HttpStatusCode.Created, Cancelled);

        Assert.NotEmpty(await SearchDatabaseAsync(app, "contactsdb", ["Gegenprobe"]));
        Assert.NotEmpty(app.Telemetry.PathsContaining("mail-worker"));
        Assert.NotEmpty(await app.LogsOfAsync("mail-worker", Cancelled));
    }

    /// <summary>Exporters send what they have every second, and in order: when spans of later requests have come several times, everything before has.</summary>
    private static async Task EverythingIsExportedAsync(DistributedApp app)
    {
        const string exports = "TraceService/Export";
        var enough = app.Telemetry.Count(exports) + 8;
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(Cancelled);
        limit.CancelAfter(TimeSpan.FromSeconds(60));
        using var browser = await app.SignInAsync(limit.Token);
        while (app.Telemetry.Count(exports) < enough)
        {
            using var refused = await browser.CaptureAsync("-", limit.Token, "text/plain; charset=utf-8");
            await Task.Delay(500, limit.Token);
        }
    }

    /// <summary>Every key and value that a user of the server can read; its own users see all of them.</summary>
    private static async Task<List<string>> SearchRedisAsync(DistributedApp app, IReadOnlyList<string> words)
    {
        var model = app.Application.Services.GetRequiredService<DistributedApplicationModel>();
        var password = await model.Resources.OfType<ParameterResource>().Single(parameter => parameter.Name == "redis-identity-password").GetValueAsync(Cancelled);
        var stores = Path.Combine(app.DataDirectory, "pki/stores");
        using var certificate = X509Certificate2.CreateFromPemFile(Path.Combine(stores, "identity_app/tls.crt"), Path.Combine(stores, "identity_app/tls.key"));
        var policy = new X509ChainPolicy { TrustMode = X509ChainTrustMode.CustomRootTrust, RevocationMode = X509RevocationMode.NoCheck };
        policy.CustomTrustStore.ImportFromPemFile(Path.Combine(stores, "ca.crt"));
        var endpoint = app.Application.GetEndpoint("redis", "tcp");
        var options = new ConfigurationOptions { EndPoints = { { endpoint.Host, endpoint.Port } }, User = "identity", Password = password, Ssl = true };
        options.SslClientAuthenticationOptions = _ => new SslClientAuthenticationOptions
        {
            TargetHost = "redis.signet.internal",
            AllowTlsResume = false,
            CertificateChainPolicy = policy,
            ClientCertificateContext = SslStreamCertificateContext.Create(certificate, additionalCertificates: null, offline: true),
        };
        await using var redis = await ConnectionMultiplexer.ConnectAsync(options);
        await redis.GetDatabase().StringSetAsync("search-works", "1", TimeSpan.FromMinutes(1));

        var texts = new List<string>();
        await foreach (var key in redis.GetServers()[0].KeysAsync(pageSize: 500).WithCancellation(Cancelled))
        {
            texts.Add(key.ToString());
            if (await redis.GetDatabase().KeyTypeAsync(key) == RedisType.String)
            {
                texts.Add((await redis.GetDatabase().StringGetAsync(key)).ToString());
            }
        }

        Assert.Contains("search-works", texts);
        return [.. words.Where(word => texts.Any(text => text.Contains(word, StringComparison.OrdinalIgnoreCase))).Select(word => $"redis: {word}")];
    }

    /// <summary>Reads every row of every table as text, as the superuser, for whom no policy hides anything.</summary>
    private static async Task<List<string>> SearchDatabaseAsync(DistributedApp app, string database, IReadOnlyList<string> words)
    {
        var pki = Path.Combine(app.DataDirectory, "pki/stores");
        var connectionString = new NpgsqlConnectionStringBuilder(await app.Application.GetConnectionStringAsync(database, Cancelled))
        {
            SslMode = SslMode.VerifyCA,
            RootCertificate = Path.Combine(pki, "ca.crt"),
            SslCertificate = Path.Combine(pki, "postgres/tls.crt"),
            SslKey = Path.Combine(pki, "postgres/tls.key"),
            Pooling = false,
        };
        await using var connection = new NpgsqlConnection(connectionString.ConnectionString);
        await connection.OpenAsync(Cancelled);
        var tables = new List<string>();
        await using (var command = new NpgsqlCommand(
            "select quote_ident(schemaname) || '.' || quote_ident(tablename) from pg_tables where schemaname not in ('pg_catalog', 'information_schema')", connection))
        await using (var reader = await command.ExecuteReaderAsync(Cancelled))
        {
            while (await reader.ReadAsync(Cancelled))
            {
                tables.Add(reader.GetString(0));
            }
        }

        Assert.NotEmpty(tables);
        var found = new List<string>();
        foreach (var table in tables)
        {
#pragma warning disable CA2100 // Table names come from the catalogue, quoted by it.
            await using var command = new NpgsqlCommand($"select to_jsonb(t)::text from {table} t", connection);
#pragma warning restore CA2100
            await using var reader = await command.ExecuteReaderAsync(Cancelled);
            while (await reader.ReadAsync(Cancelled))
            {
                var row = reader.GetString(0);
                found.AddRange(words.Where(word => row.Contains(word, StringComparison.OrdinalIgnoreCase)).Select(word => $"{database} {table}: {word}"));
            }
        }

        return found;
    }

    /// <summary>Mails in which every part carries a word of its own that stands nowhere else.</summary>
    private sealed class Canary
    {
        private readonly string run = Guid.NewGuid().ToString("N")[..12];

        public string Body => $"bodyword{run}";

        private string Subject => $"subjectword{run}";

        private string Header => $"headerword{run}";

        private string Attachment => $"attachmentword{run}";

        private string Content => $"contentword{run}";

        private string Boundary => $"boundaryword{run}";

        public IReadOnlyList<string> All => [Body, Subject, Header, Attachment, Content, Boundary];

        public string Signature(string lastName, string localPart) => $"""
            {Body} sehen wir uns am Freitag.

            Mit freundlichen Grüßen
            Klara {lastName}
            Beispiel Antriebstechnik GmbH
            Tel. +49 69 90009417
            {localPart}@antriebe.example.com
            """;

        public string Mail(string lastName, string localPart) => Multipart($"\"Klara {lastName}\" <{localPart}@antriebe.example.com>", Signature(lastName, localPart));

        public string BrokenMime() => Mail("Bruchstelle", "k.bruch").Replace($"--{Boundary}--", "", StringComparison.Ordinal)[..^40];

        private string Multipart(string from, string text) => $"""
            From: {from}
            To: vertrieb@musterwerke.example
            Subject: {Subject}
            X-Project: {Header}
            MIME-Version: 1.0
            Content-Type: multipart/mixed; boundary="{Boundary}"

            --{Boundary}
            Content-Type: text/plain; charset=utf-8

            {text}
            --{Boundary}
            Content-Type: text/plain; name="{Attachment}.txt"
            Content-Disposition: attachment; filename="{Attachment}.txt"

            {Content}
            --{Boundary}--
            """.ReplaceLineEndings("\r\n");
    }
}
