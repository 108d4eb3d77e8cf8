namespace Signet.Web.Fields;

/// <summary>How far a reading is trusted: the thresholds of the design language.</summary>
public static class Trust
{
    public enum Level { Sure, Check, Low }

    public static Level Of(double confidence) => confidence switch { >= .895 => Level.Sure, >= .595 => Level.Check, _ => Level.Low };
}
