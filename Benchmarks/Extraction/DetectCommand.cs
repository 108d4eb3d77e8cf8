using System.Text;
using System.Text.Json.Nodes;
using Signet.Extraction.Mail;
using Signet.Extraction.Signatures;

namespace Signet.Benchmarks.Extraction;

/// <summary>Which lines of each <c>*_body</c> file are a signature; <c>*_sender</c> beside it names the sender. Marks <c>#sig#</c> are removed first.</summary>
internal static class DetectCommand
{
    private const string Mark = "#sig#";

    public static async Task<int> RunAsync(string folder, string output)
    {
        await using var writer = new StreamWriter(output, append: false, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        foreach (var file in Directory.EnumerateFiles(folder, "*_body", SearchOption.AllDirectories).Order(StringComparer.Ordinal))
        {
            var text = (await File.ReadAllTextAsync(file)).Replace(Mark, "", StringComparison.Ordinal);
            var senderFile = file[..^"_body".Length] + "_sender";
            var sender = File.Exists(senderFile) ? SenderOf((await File.ReadAllTextAsync(senderFile)).Trim()) : null;
            var found = SignatureDetector.Detect(new MailContent(sender, null, null, text));
            var line = new JsonObject
            {
                ["id"] = Path.GetRelativePath(folder, file),
                ["has_signature"] = found.Lines.Count > 0,
                ["lines"] = new JsonArray([.. found.Lines.Select(index => (JsonNode)index)]),
            };
            await writer.WriteLineAsync(line.ToJsonString());
        }

        return 0;
    }

    private static Sender SenderOf(string text) =>
        text.Contains('@', StringComparison.Ordinal)
            ? new(text.IndexOf('<', StringComparison.Ordinal) is var open and > 0 ? text[..open].Trim(' ', '"') : null, text[(text.IndexOf('<', StringComparison.Ordinal) + 1)..].TrimEnd('>'))
            : new(text, $"{text.Replace(' ', '.')}@sender.invalid");
}
