using Signet.Extraction.Assembly;
using Signet.Extraction.People;
using Signet.Extraction.Text;

namespace Signet.Extraction.Signatures;

/// <summary>What stands right above the name and belongs to the signature too.</summary>
internal sealed class SignatureHead(List<TextLine> lines, LineShapes shapes, SenderIdentity? sender, StepCounter steps)
{
    /// <summary>Where the signature begins that was found to begin at <paramref name="start"/>.</summary>
    public int Above(int start) => WithClosingAbove(WithCompanyAbove(start));

    /// <summary>Some put the company, or what they do, above the name.</summary>
    private int WithCompanyAbove(int start)
    {
        const int most = 3;
        if (shapes[start] != LineShape.SenderName) return start;
        for (var i = 1; i <= most && start > 0 && lines[start - 1].Role == LineRole.Own; i++)
        {
            if (shapes[start - 1] != LineShape.Company && !(shapes[start - 1] is LineShape.Short or LineShape.Title && DomainName.Matches(lines[start - 1].Trimmed, sender?.CompanyKey))) break;
            start--;
        }

        return start;
    }

    /// <summary>"Merry Christmas," above the name closes, whatever it says, unless the mail begins with it; so does the delimiter.</summary>
    private int WithClosingAbove(int start)
    {
        if (sender is null || start == 0) return start;
        if (shapes[start - 1] == LineShape.Delimiter) return start - 1;
        if (shapes[start] is not (LineShape.SenderName or LineShape.SignOff)) return start;
        var above = start - 1;
        if (lines[above].IsBlank) above--;
        if (above <= 0 || lines[above].Role != LineRole.Own || shapes[above] is not LineShape.Short || lines[above].Trimmed is not { Length: < 40 } text || text[^1] != ',' || !char.IsUpper(text[0]) || lines[above].TrimmedWords.Count > 4) return start;
        for (var i = above - 1; i >= 0 && i > above - 4; i--, steps.Add(1))
            if (!lines[i].IsBlank) return lines[above - 1].IsBlank ? above : start;
        return start;
    }
}
