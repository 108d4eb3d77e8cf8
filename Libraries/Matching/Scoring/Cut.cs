namespace Signet.Matching.Scoring;

/// <summary>The one shipped cut. Scores are log2 odds.</summary>
public static class Cut
{
    /// <summary>From here on two records are the same.</summary>
    public const float Same = 2;

    /// <summary>From here on a person should look.</summary>
    public const float Maybe = -4;

    public static MatchAnswer Answer(float score) => score >= Same ? MatchAnswer.Same : score >= Maybe ? MatchAnswer.Maybe : MatchAnswer.Different;
}
