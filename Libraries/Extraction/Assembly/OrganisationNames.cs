using System.Collections.Frozen;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.Assembly;

/// <summary>Tells by the order of its words whether a text names an organisation, or only whom the organisation belongs to.</summary>
internal static class OrganisationNames
{
    private static readonly FrozenSet<string> Firms = Set("studio cabinet kanzlei notariat praxis estudio despacho impresa ditta azienda agence clinica etude");
    private static readonly FrozenSet<string> Authorities = Set("city town village state county township board bank port diocese u.s ministry");
    private static readonly FrozenSet<string> Services = Set("police fire sheriff's sheriffs county state rescue");
    private static readonly FrozenSet<string> Belongings = Set("ein eine une un una member mitglied part proud proudly");
    private static readonly FrozenSet<string> Of = Set("of der des von du de del di");
    private static readonly FrozenSet<string> Permits = Set("securities licensed serving authorised authorized regulated certified");
    private static readonly FrozenSet<string> By = Set("offered in by through and");

    /// <summary>"Studio Tecnico Muster": what a firm calls itself in front of its name, whatever profession follows.</summary>
    public static bool IsFirm(List<Word> words) =>
        words.Count >= 2 && Firms.Contains(words[0].Folded) && !Lexicon.Jobs.Contains(words[^1].Folded) && !Lexicon.Departments.Contains(words[^1].Folded);

    /// <summary>"City of Musterton", "Musterton Police Department": what is a department elsewhere is a body of its own.</summary>
    public static bool IsPublicBody(List<Word> words) =>
        words.Count >= 3 && (Authorities.Contains(words[0].Folded) && words[1].Folded is "of" or "department" or "bureau" || words[^1].Folded is "department" or "dept" or "office" && words[..^1].Exists(word => Services.Contains(word.Folded)));

    /// <summary>"Muster &amp; Partner Rechtsanwälte", "Muster &amp; Söhne".</summary>
    public static bool IsPartnership(List<Word> words)
    {
        for (var i = 1; i + 1 < words.Count; i++)
            if (words[i].Folded is "&" or "und" or "et" or "y" or "e" or "en" or "and" && Lexicon.PartnerWords.Contains(words[i + 1].Folded)) return true;
        return false;
    }

    /// <summary>"A subsidiary of Kupfer Holdings", "Ein Unternehmen der Kupfer-Gruppe", "Securities offered through …".</summary>
    public static bool IsAffiliation(List<Word> words)
    {
        if (words.Count < 3) return false;
        var next = words.Skip(1).Take(3);
        return words[0].Folded is "a" or "an" && words[2].Folded == "of" || Belongings.Contains(words[0].Folded) && next.Any(word => Of.Contains(word.Folded)) || Permits.Contains(words[0].Folded) && next.Any(word => By.Contains(word.Folded));
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet();
}
