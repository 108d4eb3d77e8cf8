namespace Signet.Matching.Scoring;

public enum MatchAnswer
{
    Different,
    Maybe,
    Same,
}

/// <param name="Score">log2 of the odds that both are one: 0 is even, 10 is a thousand to one.</param>
public sealed record Verdict(MatchAnswer Answer, float Score, IReadOnlyList<Reason> Reasons)
{
    /// <summary>The score as a probability.</summary>
    public double Probability => 1 / (1 + Math.Pow(2, -Score));
}
