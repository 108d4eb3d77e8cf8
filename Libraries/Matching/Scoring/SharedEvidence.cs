namespace Signet.Matching.Scoring;

/// <summary>
/// What an office or a household shares: domain, landline, firm, address. Whoever has one has the others, so the best counts and the others hardly add.
/// </summary>
internal readonly ref struct SharedEvidence
{
    private const float Further = .2f;
    private const float MostFurther = 5;

    public SharedEvidence(params ReadOnlySpan<float> parts)
    {
        float further = 0, furtherAgainst = 0;
        foreach (var part in parts)
        {
            if (part > 0)
            {
                further += Math.Min(Math.Min(part, For), MostFurther);
                For = Math.Max(For, part);
            }
            else if (part < 0)
            {
                furtherAgainst += Math.Max(part, Against);
                Against = Math.Min(Against, part);
            }
        }
        Best = For;
        For += further * Further;
        Against += furtherAgainst * Further;
    }

    /// <summary>The strongest of them alone.</summary>
    public float Best { get; }

    public float For { get; }

    public float Against { get; }

    public float Sum => For + Against;
}
