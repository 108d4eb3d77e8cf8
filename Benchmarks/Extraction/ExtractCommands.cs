using System.Text;
using System.Text.Json.Nodes;
using Signet.Extraction;
using Signet.Extraction.Mail;

namespace Signet.Benchmarks.Extraction;

/// <summary>Extraction over a file of gold, for the scorer. Only ids, file names and texts are read from it, never its fields.</summary>
internal static class ExtractCommands
{
    public static Task<int> MailsAsync(string gold, string output)
    {
        var folder = Path.GetDirectoryName(Path.GetFullPath(gold))!;
        return WriteAsync(gold, output, record =>
        {
            using var stream = new MemoryStream(File.ReadAllBytes(Path.Combine(folder, (string)record["file"]!)), writable: false);
            return MailReader.Read(stream, CancellationToken.None) is { } mail ? ContactExtractor.Extract(mail, new("DE")) : null;
        });
    }

    public static Task<int> BlocksAsync(string gold, string output) =>
        WriteAsync(gold, output, record => ContactExtractor.Extract(MailContent.Pasted((string)record["text"]!), new("US")));

    private static async Task<int> WriteAsync(string gold, string output, Func<JsonNode, ContactDraft?> extract)
    {
        await using var writer = new StreamWriter(output, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (var line in await File.ReadAllLinesAsync(gold))
        {
            if (string.IsNullOrWhiteSpace(line)) continue;
            var record = JsonNode.Parse(line)!;
            if (extract(record) is { } draft) await writer.WriteLineAsync(ScoredFields.Of((string)record["id"]!, draft).ToJsonString());
        }

        return 0;
    }
}
