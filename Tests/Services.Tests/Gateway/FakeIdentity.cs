using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Signet.ServiceDefaults;

namespace Signet.Services.Tests.Gateway;

/// <summary>Identity at the wire: credentials are what the test says they are.</summary>
public sealed class FakeIdentity
{
    public const string ClientSecret = "the secret of signet-web";

    /// <summary>Credential → session.</summary>
    public ConcurrentDictionary<string, string> Sessions { get; } = [];

    /// <summary>Authorization code → the session token that it becomes.</summary>
    public ConcurrentDictionary<string, string> Codes { get; } = [];

    /// <summary>Every swap that was asked for.</summary>
    public ConcurrentQueue<Swap> Swaps { get; } = [];

    /// <summary>Every redemption that was asked for.</summary>
    public ConcurrentQueue<IReadOnlyDictionary<string, string>> Redemptions { get; } = [];

    /// <summary>Sessions that were ended, by internal token.</summary>
    public ConcurrentQueue<string> Ended { get; } = [];

    /// <summary>What the pages received.</summary>
    public Echo Pages { get; } = new();

    public bool IsUp { get; set; } = true;

    public string NewSession(string prefix = "")
    {
        var credential = prefix + Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(24));
        Sessions[credential] = Convert.ToHexString(System.Security.Cryptography.RandomNumberGenerator.GetBytes(8));
        return credential;
    }

    public void Map(WebApplication app)
    {
        app.Use(async (context, next) =>
        {
            if (IsUp)
            {
                await next();
            }
            else
            {
                context.Abort();
            }
        });
        app.UseRouting();
        app.MapPost("/internal/tokens", (Delegate)SwapAsync);
        app.MapPost("/connect/token", (Delegate)RedeemAsync);
        app.MapDelete("/api/v1/sessions/current", (HttpContext context) =>
        {
            Ended.Enqueue(context.Request.Headers.Authorization.ToString());
            return Results.NoContent();
        });
        app.UseEndpoints(_ => { });
        Pages.Map(app);
    }

    private async Task<IResult> SwapAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Swaps.Enqueue(new(context.CallerName(), form["subject_token_type"]!, form["audience"]!));
        return Sessions.TryGetValue(form["subject_token"]!, out var session)
            ? Results.Json(new { access_token = $"internal-{form["audience"]}-{Swaps.Count}", token_type = "Bearer", expires_in = 60, sid = session })
            : Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
    }

    private async Task<IResult> RedeemAsync(HttpContext context)
    {
        var form = await context.Request.ReadFormAsync();
        Redemptions.Enqueue(form.ToDictionary(field => field.Key, field => field.Value.ToString()));
        return form["client_secret"] == ClientSecret && Codes.TryRemove(form["code"]!, out var token)
            ? Results.Json(new { access_token = token, token_type = "Bearer", expires_in = 3600 })
            : Results.Json(new { error = "invalid_grant" }, statusCode: StatusCodes.Status400BadRequest);
    }
}

/// <summary>An exchange: who asked, of what, for whom.</summary>
public sealed record Swap(string? Caller, string Kind, string Audience);
