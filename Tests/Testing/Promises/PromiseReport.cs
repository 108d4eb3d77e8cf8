using System.Text.Json;

namespace Signet.Testing;

/// <summary>One proof: which promise, which test, how it ended, when.</summary>
public sealed record Proof(int Number, string Test, string Result, DateTimeOffset Time);

/// <summary>Test projects run one after the other and write into the same file.</summary>
internal static class PromiseReport
{
    private static readonly Lock _writing = new();

    public static void Add(Proof proof)
    {
        lock (_writing)
        {
            var path = Path.Combine(RepositoryRoot.Path, "artifacts", "promises.json");
            using var file = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            var proofs = file.Length == 0 ? [] : JsonSerializer.Deserialize<List<Proof>>(file, JsonSerializerOptions.Web)!;
            proofs.RemoveAll(old => old.Number == proof.Number && old.Test == proof.Test);
            proofs.Add(proof);
            file.SetLength(0);
            JsonSerializer.Serialize(file, proofs.OrderBy(known => known.Number).ThenBy(known => known.Test, StringComparer.Ordinal), JsonSerializerOptions.Web);
        }
    }
}
