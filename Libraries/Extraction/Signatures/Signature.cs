using Signet.Extraction.Text;

namespace Signet.Extraction.Signatures;

/// <summary>The lines in which the sender speaks of himself, and those in which the company does.</summary>
internal sealed record Signature(IReadOnlyList<TextLine> Lines, IReadOnlyList<TextLine> Footer)
{
    public static Signature None { get; } = new([], []);
}
