using System.Collections.Frozen;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace Signet.Identity.SignIn;

/// <summary>Style sheet, fonts and script of the sign-in pages: a handful of files inside the assembly, so that they are there wherever it runs.</summary>
internal static class Assets
{
    private const string Prefix = "assets/";

    private static readonly FrozenDictionary<string, Asset> Files = Load();

    public static Results<FileContentHttpResult, NotFound> Get(string path, HttpContext context)
    {
        if (!Files.TryGetValue(path, out var file))
            return TypedResults.NotFound();

        context.Response.Headers.CacheControl = "public, max-age=3600";
        return TypedResults.File(file.Content, file.ContentType, entityTag: file.Tag);
    }

    private static FrozenDictionary<string, Asset> Load()
    {
        var types = new FileExtensionContentTypeProvider();
        var assembly = typeof(Assets).Assembly;
        return assembly.GetManifestResourceNames().Where(name => name.StartsWith(Prefix, StringComparison.Ordinal)).ToFrozenDictionary(name => name[Prefix.Length..], name =>
        {
            using var stream = assembly.GetManifestResourceStream(name)!;
            var content = new byte[stream.Length];
            stream.ReadExactly(content);
            return new Asset(content, types.TryGetContentType(name, out var type) ? type : "application/octet-stream",
                new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(content))[..16]}\""));
        });
    }

    private sealed record Asset(byte[] Content, string ContentType, EntityTagHeaderValue Tag);
}
