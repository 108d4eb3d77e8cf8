using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Primitives;

namespace Signet.Gateway.WebApp;

/// <summary>
/// The web app's one page, held in memory. Its inline scripts (Blazor's import map changes with every build) are allowed by hash, and since
/// the hashes are taken from the very bytes that are served, they cannot come apart.
/// </summary>
internal sealed partial class AppPage : IDisposable
{
    private const string FileName = "index.html";

    private readonly IFileProvider _files;
    private readonly IDisposable _watch;
    private volatile Content _content;

    public AppPage(IWebHostEnvironment environment)
    {
        _files = environment.WebRootFileProvider;
        _content = Load();

        // During development the web app is built again while the gateway runs.
        _watch = ChangeToken.OnChange(() => _files.Watch(FileName), () => _content = Load());
    }

    /// <summary>The hashes for the policy's <c>script-src</c>, each with a blank before it.</summary>
    public string ScriptHashes => _content.ScriptHashes;

    /// <summary>Answers with the page, or 304 when the browser has it.</summary>
    public IResult Serve(HttpContext context)
    {
        var content = _content;

        // The page names the fingerprinted files, so it is asked for every time, and they never.
        context.Response.Headers.CacheControl = "no-cache";
        return content.Bytes.Length == 0
            ? Edge.EdgeProblems.UnknownPath()
            : Results.Bytes(content.Bytes, "text/html; charset=utf-8", entityTag: content.Tag);
    }

    public void Dispose() => _watch.Dispose();

    private Content Load()
    {
        var file = _files.GetFileInfo(FileName);
        if (!file.Exists)
        {
            return new Content([], "", null);
        }

        using var stream = file.CreateReadStream();
        using var buffer = new MemoryStream();
        stream.CopyTo(buffer);
        var bytes = buffer.ToArray();
        var tag = new Microsoft.Net.Http.Headers.EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(bytes))[..32]}\"");
        return new Content(bytes, HashesOf(Encoding.UTF8.GetString(bytes)), tag);
    }

    /// <summary>The <c>'sha256-…'</c> sources of all inline scripts; browsers hash the text between the tags, byte for byte.</summary>
    internal static string HashesOf(string html) => string.Concat(InlineScript().Matches(html)
        .Select(match => match.Groups["text"].Value.ReplaceLineEndings("\n"))
        .Where(text => text.Length > 0)
        .Select(text => $" 'sha256-{Convert.ToBase64String(SHA256.HashData(Encoding.UTF8.GetBytes(text)))}'")
        .Distinct());

    [GeneratedRegex("""<script(?![^>]*\ssrc\s*=)[^>]*>(?<text>.*?)</script\s*>""", RegexOptions.Singleline | RegexOptions.IgnoreCase)]
    private static partial Regex InlineScript();

    private sealed record Content(byte[] Bytes, string ScriptHashes, Microsoft.Net.Http.Headers.EntityTagHeaderValue? Tag);
}
