namespace Signet.Extraction.Text;

/// <summary>Counts the work that depends on the input: tests hold it against the input's length, since a clock proves nothing.</summary>
internal sealed class StepCounter
{
    public long Count { get; private set; }

    public void Add(int steps) => Count += steps;
}
