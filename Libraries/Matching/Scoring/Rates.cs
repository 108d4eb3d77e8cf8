namespace Signet.Matching.Scoring;

/// <summary>
/// How many others a record is expected to have beside it that share what it has. What is usual among contacts is assumed; many records at once show how it is
/// with them (<see cref="RateLearning"/>).
/// </summary>
/// <param name="Duplicates">Records of the same person or company.</param>
/// <param name="Relatives">Records of relatives at the same place.</param>
/// <param name="Colleagues">How often another record that shares an address, a firm or a line is of somebody else, against how often it is of the same.</param>
public readonly record struct Rates(float Duplicates, float Relatives, float Colleagues)
{
    public static Rates Usual { get; } = new(.5f, .06f, 1);
}
