using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Signet.ServiceDefaults;
using Signet.Testing;

namespace Signet.Services.Tests.ServiceDefaults;

/// <summary>The smallest service that has everything of ServiceDefaults: <c>probe</c>, with a table of notes.</summary>
internal sealed class ProbeService : IAsyncDisposable
{
    private readonly WebApplication _app;

    private ProbeService(WebApplication app, ServiceOrder order, CapturedLogs logs) => (_app, Order, Logs) = (app, order, logs);

    public ServiceOrder Order { get; }

    public CapturedLogs Logs { get; }

    public IServiceProvider Services => _app.Services;

    public int Port => new Uri(_app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First()).Port;

    public static async Task<ProbeService> StartAsync(ServiceOrder order, Action<WebApplication>? map = null, Action<WebApplicationBuilder>? configure = null)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { EnvironmentName = order.Environment, ContentRootPath = AppContext.BaseDirectory });
        builder.Configuration.AddInMemoryCollection(order.AllSettings()!);
        builder.Configuration["Signet:ServiceName"] = "probe";
        builder.WebHost.UseUrls("https://127.0.0.1:0");
        var logs = new CapturedLogs();
        builder.Logging.ClearProviders().AddProvider(logs);
        builder.Services.AddSingleton<TimeProvider>(order.Clock);
        builder.AddServiceDefaults();
        if (order.Database is not null) builder.AddNpgsqlDbContext<ProbeDb>("probedb");
        if (order.Settings.ContainsKey("ConnectionStrings:redis")) builder.AddRedisClient("redis");
        configure?.Invoke(builder);
        var app = builder.Build();
        app.MapDefaultEndpoints();
        (map ?? MapNotes)(app);
        try
        {
            await app.StartAsync();
        }
        catch
        {
            await app.DisposeAsync();
            throw;
        }

        return new(app, order, logs);
    }

    /// <summary>Creates the tables as the owner, with the helpers that migrations use.</summary>
    public static async Task MigrateAsync(TestDatabase database)
    {
        await using var owner = await database.OpenAsync(database.OwnerRole);
        await using var command = owner.CreateCommand();
        command.CommandText = ProbeDb.Schema();
        await command.ExecuteNonQueryAsync();
    }

    public HttpClient ClientFor(TokenMint mint, TestUser user, params string[] permissions)
    {
        var leaf = TestPki.Shared.LeafOf("gateway");
        return InternalClient.Create("probe", Port, leaf, mint.Token("probe", user, leaf, permissions));
    }

    public async ValueTask DisposeAsync()
    {
        await _app.StopAsync();
        await _app.DisposeAsync();
    }

    private static void MapNotes(WebApplication app)
    {
        app.MapGet("/notes", (ProbeDb db, CancellationToken cancel) =>
            db.TransactAsync(async ct => TypedResults.Ok(await db.Notes.Select(note => note.Text).ToListAsync(ct)), cancel)).RequirePermission("notes.read");
        app.MapPost("/notes", AddNoteAsync).RequirePermission("notes.write").RequireIdempotencyKey();
        MapRules(app);
    }

    /// <summary>The endpoints that need no database.</summary>
    public static void MapRules(WebApplication app)
    {
        app.MapGet("/who", (Tenant tenant) => TypedResults.Ok(new { tenant.OrganizationId, tenant.UserId, tenant.SessionId, tenant.Actor })).RequirePermission("notes.read");
        app.MapGet("/callers-only", () => "fine").RequireCallers("gateway");
        app.MapGet("/apphost-only", () => "fine").RequireCallers("apphost").RequirePermission("notes.read");
        app.MapGet("/fault", string (HttpContext _) => throw new InvalidOperationException("holds jane.doe@example.com")).RequirePermission("notes.read");
    }

    private static Task<IResult> AddNoteAsync(NewNote note, ProbeDb db, Tenant tenant, TimeProvider clock, CancellationToken cancel) =>
        db.TransactAsync<IResult>(
            async ct =>
            {
                var row = new Note { OrganizationId = tenant.OrganizationId, Id = Guid.CreateVersion7(clock.GetUtcNow()), Text = note.Text };
                db.Notes.Add(row);
                db.Audit("note.created", "note", row.Id, ("length", $"{note.Text.Length}"));
                await db.SaveChangesAsync(ct);
                return note.Text == "refuse me"
                    ? Problems.Of(StatusCodes.Status422UnprocessableEntity, "refused", "Refused", "Nothing was kept.")
                    : TypedResults.Created($"/notes/{row.Id}", new { row.Id, row.Text });
            },
            cancel);
}

internal sealed record NewNote(string Text);

internal sealed class Note
{
    public required Guid OrganizationId { get; init; }

    public required Guid Id { get; init; }

    public required string Text { get; init; }
}

/// <summary>No query filter: what keeps organisations apart here is row-level security alone.</summary>
internal sealed class ProbeDb(DbContextOptions<ProbeDb> options) : DbContext(options)
{
    public DbSet<Note> Notes => Set<Note>();

    public static string Schema()
    {
        var migration = new Microsoft.EntityFrameworkCore.Migrations.MigrationBuilder("Npgsql.EntityFrameworkCore.PostgreSQL");
        migration.EnableRowSecurity("note");
        migration.EnableRowSecurity("audit_entry", appendOnly: true);
        migration.EnableRowSecurity("idempotency_entry");
        migration.EnableRowSecurity("data_key");
        var rules = migration.Operations.Cast<Microsoft.EntityFrameworkCore.Migrations.Operations.SqlOperation>().Select(operation => operation.Sql);
        using var db = new ProbeDb(new DbContextOptionsBuilder<ProbeDb>().UseNpgsql().UseSnakeCaseNamingConvention().Options);
        return string.Join('\n', [db.Database.GenerateCreateScript(), .. rules]);
    }

    protected override void OnModelCreating(ModelBuilder modelBuilder)
    {
        modelBuilder.Entity<Note>(note =>
        {
            note.ToTable("note");
            note.HasKey(row => new { row.OrganizationId, row.Id });
        });
        modelBuilder.AddAudit();
        modelBuilder.AddIdempotency();
    }
}
