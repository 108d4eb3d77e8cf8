using Signet.Matching.Records;

namespace Signet.Matching.Scoring;

/// <summary>Collects reasons when somebody wants to see them; a bulk run does not.</summary>
internal readonly struct Tally(List<Reason>? reasons)
{
    public bool IsWanted => reasons is not null;

    public float Add(ReasonCode code, float bits, Term? one = null, Term? other = null, int sharers = 0)
    {
        reasons?.Add(new(code, bits, one?.Text ?? "", other?.Text ?? "", sharers));
        return bits;
    }
}
