namespace Signet.Extraction.Assembly;

/// <summary>A value with the rule that chose it.</summary>
internal sealed record Choice(string Value, int Start, int Length, double Confidence, string Rule);

/// <summary>Candidates for a field that a contact has once: the surest wins, of equal ones the first; the others are its alternatives.</summary>
internal sealed class Contest
{
    private readonly List<Choice> candidates = [];

    public Choice? Winner { get; private set; }

    public IEnumerable<Choice> Losers => candidates.Where(candidate => !ReferenceEquals(candidate, Winner)).OrderByDescending(candidate => candidate.Confidence);

    public void Enter(Choice? candidate)
    {
        if (candidate is null) return;
        candidates.Add(candidate);
        if (Winner is null || candidate.Confidence > Winner.Confidence) Winner = candidate;
    }
}
