using System.Buffers;
using System.Collections.Frozen;
using Signet.Extraction.People;
using Signet.Extraction.Text;

namespace Signet.Extraction.Lines;

/// <summary>"My assistant: Otto Beispiel, 713-555-0142, otto@…": numbers and addresses of somebody else.</summary>
internal static class AssistantLine
{
    private static readonly FrozenSet<string> Words =
        "assistant assistants asst secretary ea pa paralegal assistenz assistentin assistent sekretaerin sekretaer assistante secretaire segretaria secretaria asistente suivie assistente secretaresse".Split(' ').ToFrozenSet();

    private static readonly SearchValues<char> NameEnds = SearchValues.Create(",;|(+0123456789\t@");

    public static bool Is(TextLine line)
    {
        var colon = line.Trimmed.IndexOf(':', StringComparison.Ordinal);
        if (colon is < 2 or > 40 || !line.TrimmedWords.Exists(word => word.Start < colon && Words.Contains(word.Folded))) return false;
        var rest = line.Trimmed[(colon + 1)..];
        var end = rest.AsSpan().IndexOfAny(NameEnds);
        var name = (end < 0 ? rest : rest[..end]).Trim(' ', '-', '–');
        return name.Length is > 3 and < 50 && NameReader.Read(name) is { IsComplete: true };
    }
}
