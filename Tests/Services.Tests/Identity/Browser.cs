using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Web;

namespace Signet.Services.Tests.Identity;

/// <summary>A person's browser at the sign-in pages: keeps cookies, fills forms, follows no redirect by itself.</summary>
public sealed partial class Browser(HttpClient client) : IDisposable
{
    private readonly string verifier = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(32));

    public string State { get; } = "state-" + Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(8));

    public string AuthorizeUrl => AuthorizeUrlWith($"{IdentityApp.PublicUrl}/signin/callback");

    public string AuthorizeUrlWith(string redirect, string method = "S256") =>
        $"/connect/authorize?client_id=signet-web&response_type=code&scope=signet&redirect_uri={Uri.EscapeDataString(redirect)}&state={State}"
        + $"&code_challenge={Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(verifier)))}&code_challenge_method={method}";

    public async Task<Answer> GetAsync(string url)
    {
        using var response = await client.GetAsync(url);
        return await Answer.OfAsync(response);
    }

    public async Task<Answer> PostAsync(string url, params (string Key, string Value)[] fields)
    {
        using var response = await client.PostAsync(url, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Key, field.Value))));
        return await Answer.OfAsync(response);
    }

    /// <summary>From the authorization request to the password page.</summary>
    public async Task<Answer> EnterAddressAsync(string address)
    {
        var start = await GetAsync(AuthorizeUrl);
        var page = await GetAsync(start.Location);
        var sent = await PostAsync("/signin", ("Address", address), ("ReturnUrl", page.Field("ReturnUrl")), page.FormToken);
        return sent.Status == 303 ? await GetAsync(sent.Location) : sent;
    }

    /// <summary>What the password form answers.</summary>
    public async Task<Answer> EnterPasswordAsync(Answer page, string password) =>
        await PostAsync("/signin/password", ("State", page.Field("State")), ("Password", password), page.FormToken);

    public async Task<Answer> TryAsync(string address, string password) => await EnterPasswordAsync(await EnterAddressAsync(address), password);

    public async Task<string> SignInAsync(string address, string password)
    {
        var entered = await TryAsync(address, password);
        Assert.Equal(303, entered.Status);
        return await RedeemAsync(entered.Location);
    }

    /// <summary>Follows the authorization request of a signed-in browser to the code and redeems it as the gateway does.</summary>
    public async Task<string> RedeemAsync(string authorizeUrl)
    {
        var token = await RedeemCodeAsync(await CodeAsync(authorizeUrl));
        Assert.Equal(200, token.Status);
        return token.Json.GetProperty("access_token").GetString()!;
    }

    public async Task<string> CodeAsync(string authorizeUrl)
    {
        var back = await GetAsync(authorizeUrl);
        Assert.Equal(302, back.Status);
        Assert.StartsWith($"{IdentityApp.PublicUrl}/signin/callback?", back.Location, StringComparison.Ordinal);
        var query = HttpUtility.ParseQueryString(new Uri(back.Location).Query);
        Assert.Equal(State, query["state"]);
        Assert.Equal(IdentityApp.SignInUrl + "/", query["iss"]);
        return query["code"]!;
    }

    public Task<Answer> RedeemCodeAsync(string code, string secret = IdentityApp.ClientSecret, string? otherVerifier = null) => PostAsync(
        "/connect/token", ("grant_type", "authorization_code"), ("code", code), ("redirect_uri", $"{IdentityApp.PublicUrl}/signin/callback"),
        ("client_id", "signet-web"), ("client_secret", secret), ("code_verifier", otherVerifier ?? verifier));

    public void Dispose() => client.Dispose();
}

/// <summary>What came back, read completely.</summary>
public sealed partial record Answer(int Status, string Location, string Body, IReadOnlyDictionary<string, string> Headers)
{
    public JsonElement Json => JsonSerializer.Deserialize<JsonElement>(Body);

    public (string, string) FormToken => ("__RequestVerificationToken", Field("__RequestVerificationToken"));

    public static async Task<Answer> OfAsync(HttpResponseMessage response) => new(
        (int)response.StatusCode, response.Headers.Location?.OriginalString ?? "", await response.Content.ReadAsStringAsync(),
        response.Headers.Concat(response.Content.Headers).ToDictionary(header => header.Key, header => string.Join(", ", header.Value), StringComparer.OrdinalIgnoreCase));

    /// <summary>The value of a hidden field.</summary>
    public string Field(string name)
    {
        var tag = Inputs().Matches(Body).Select(match => match.Value).FirstOrDefault(input => input.Contains($"name=\"{name}\"", StringComparison.Ordinal));
        Assert.True(tag is not null, $"There is no field {name} in an answer of status {Status}: {Body}");
        return WebUtility.HtmlDecode(Value().Match(tag).Groups[1].Value);
    }

    /// <summary>The page without what differs between any two visits: tokens and sealed state.</summary>
    public string WithoutSecrets() => Value().Replace(Body, "");

    [GeneratedRegex("<input[^>]*>")]
    private static partial Regex Inputs();

    [GeneratedRegex("value=\"([^\"]*)\"")]
    private static partial Regex Value();
}
