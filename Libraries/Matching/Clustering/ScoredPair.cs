namespace Signet.Matching.Clustering;

/// <summary>Two records by their positions, and their score.</summary>
public readonly record struct ScoredPair(int One, int Other, float Score);
