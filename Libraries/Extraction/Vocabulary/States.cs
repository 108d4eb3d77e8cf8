using System.Collections.Frozen;

namespace Signet.Extraction.Vocabulary;

/// <summary>States and provinces that stand between city and postcode, with the country they imply.</summary>
internal static class States
{
    private static readonly FrozenDictionary<string, string> Codes = Build(
        ("US", "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC"),
        ("CA", "AB BC MB NB NL NS NT NU ON PE QC SK YT"),
        ("AU", "NSW QLD VIC TAS ACT WA SA"));

    private static readonly FrozenSet<string> Names = (
        "alabama alaska arizona arkansas california colorado connecticut delaware florida georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts "
        + "michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania tennessee texas utah vermont virginia washington wisconsin wyoming ontario quebec "
        + "alberta manitoba saskatchewan").Split(' ').ToFrozenSet();

    /// <summary>The country of a state's code or name; null when it is none.</summary>
    public static string? Country(string written, string folded)
    {
        if (Codes.TryGetValue(written, out var country)) return country;
        return Names.Contains(folded) ? folded is "ontario" or "quebec" or "alberta" or "manitoba" or "saskatchewan" ? "CA" : "US" : null;
    }

    /// <summary>"WA" is Washington and Western Australia: a postcode of four digits decides.</summary>
    public static bool IsAustralian(string written) => written is "NSW" or "QLD" or "VIC" or "TAS" or "ACT" or "WA" or "SA" or "NT";

    private static FrozenDictionary<string, string> Build(params (string Country, string Codes)[] tables)
    {
        var codes = new Dictionary<string, string>();
        foreach (var (country, list) in tables)
            foreach (var code in list.Split(' ')) codes.TryAdd(code, country);
        return codes.ToFrozenDictionary();
    }
}
