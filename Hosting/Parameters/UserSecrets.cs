using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.UserSecrets;

namespace Aspire.Hosting.Parameters;

/// <summary>The file of <c>dotnet user-secrets</c> of one AppHost, where generated values survive a restart. Only its owner reads it.</summary>
internal sealed class UserSecrets(string path)
{
    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };

    public string Path { get; } = path;

    /// <summary>Null when the AppHost's project has no UserSecretsId: then nothing is kept.</summary>
    public static UserSecrets? Of(Assembly? appHost) =>
        appHost?.GetCustomAttribute<UserSecretsIdAttribute>() is { UserSecretsId: var id } ? new(PathHelper.GetSecretsPathFromSecretsId(id)) : null;

    /// <summary>What was kept under the key, else the new value, kept from now on. Of two applications that start at once, both get the same.</summary>
    public string GetOrAdd(string key, Func<string> create) => Change(secrets =>
    {
        if (Find(secrets, key) is { } kept) return kept;
        secrets[key] = create();
        return secrets[key]!.GetValue<string>();
    });

    public void Set(string key, string value) => Change(secrets =>
    {
        secrets[key] = value;
        return value;
    });

    private string Change(Func<JsonObject, string> change)
    {
        const UnixFileMode ownerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(Path)!, ownerOnly | UnixFileMode.UserExecute);
        using var gate = FileGate.Enter($"{Path}.lock");
        var secrets = File.Exists(Path) ? Read() : [];
        var before = secrets.ToJsonString();
        var result = change(secrets);
        if (secrets.ToJsonString() == before) return result;

        var fresh = $"{Path}.new";
        File.Delete(fresh);
        using (var writer = new StreamWriter(fresh, new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, UnixCreateMode = ownerOnly }))
            writer.Write(secrets.ToJsonString(Indented));
        File.Move(fresh, Path, overwrite: true);
        return result;
    }

    private JsonObject Read()
    {
        try
        {
            return JsonNode.Parse(File.ReadAllText(Path), documentOptions: new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true }) as JsonObject ?? [];
        }
        catch (JsonException broken)
        {
            throw new DistributedApplicationException($"The user secrets in {Path} are no JSON. Mend the file, or delete it: then passwords are generated anew, and stores that were made with the old ones refuse them.", broken);
        }
    }

    /// <summary>People may have written sections where the tool writes <c>Section:Key</c>: configuration reads both.</summary>
    private static string? Find(JsonObject secrets, string key)
    {
        using var text = new MemoryStream(JsonSerializer.SerializeToUtf8Bytes(secrets));
        var value = new ConfigurationBuilder().AddJsonStream(text).Build()[key];
        return string.IsNullOrEmpty(value) ? null : value;
    }
}

/// <summary>One process at a time: held while the stream is open, and freed by the system when its holder dies.</summary>
internal static class FileGate
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    public static FileStream? TryEnter(string path)
    {
        try
        {
            return new FileStream(path, new FileStreamOptions
            {
                Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, Share = FileShare.None, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite,
            });
        }
        catch (IOException) when (File.Exists(path))
        {
            return null;
        }
    }

    public static FileStream Enter(string path)
    {
        while (true)
        {
            if (TryEnter(path) is { } gate) return gate;
#pragma warning disable RS0030 // Values are computed in synchronous code, and the file is held for milliseconds.
            Thread.Sleep(Pause);
#pragma warning restore RS0030
        }
    }

    public static async Task<FileStream> EnterAsync(string path, TimeProvider clock, CancellationToken cancellationToken)
    {
        while (true)
        {
            if (TryEnter(path) is { } gate) return gate;
            await Task.Delay(Pause, clock, cancellationToken);
        }
    }
}
