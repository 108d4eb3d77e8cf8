using System.Collections.Frozen;
using Signet.Extraction.Text;

namespace Signet.Extraction.Vocabulary;

/// <summary>The word tables. Everything in them is folded.</summary>
internal static class Lexicon
{
    public static FrozenSet<string> GivenNames { get; } = Table.Words("given-names");

    public static FrozenSet<string> Surnames { get; } = Table.Words("surnames");

    public static WordTable Jobs { get; } = new("job-words");

    public static WordTable Departments { get; } = new("department-words");

    /// <summary>Words that say that a text names a department, whatever else stands in it.</summary>
    public static FrozenSet<string> DepartmentMarks { get; } = Table.Words("department-marks");

    /// <summary>What stands behind the "&amp;" of a company's name: "Partner", "Sons".</summary>
    public static FrozenSet<string> PartnerWords { get; } = Table.Words("partner-words");

    public static WordTable Organisations { get; } = new("organisation-words");

    public static WordTable Universities { get; } = new("university-words");

    public static WordTable Streets { get; } = new("street-words");

    /// <summary>Whole domains of mail providers.</summary>
    public static FrozenSet<string> Freemail { get; } = Table.Words("freemail");

    public static FrozenSet<string> TopLevelDomains { get; } = Table.Words("tlds");

    /// <summary>Parts that belong to the surname behind them: "van der Berg".</summary>
    public static FrozenSet<string> Particles { get; } = new[]
    {
        "von", "van", "de", "der", "den", "del", "della", "di", "da", "dal", "dos", "das", "do", "du", "des", "le", "la", "zu", "zum", "zur", "vom", "ter", "ten",
        "el", "al", "ni", "nic", "ui", "te", "bin", "ben", "abu", "ibn", "af", "av", "y", "san", "st", "mc", "mac", "o", "d", "'t", "lo", "los", "las",
    }.ToFrozenSet();

    /// <summary>Words of sentences: pronouns, auxiliaries, conjunctions. None of them stands in a title or a company's name.</summary>
    public static FrozenSet<string> SentenceWords { get; } = (
        "i you he she we they it is are was were be been am have has had do does did this that these those not no will would can could should shall may might must please if when "
        + "then because but so what which who how there here your my our their his her its me us them just also only very from as or than about into some any all more let's i'm i've it's don't doesn't "
        + "ich du er sie wir ihr es ist sind war waren sein habe haben hat hatte wird werden wurde kann koennen konnte soll sollte muss darf dies dieser diese dieses nicht kein keine bitte wenn dass weil "
        + "aber oder auch noch nur sehr hier dort mein meine unser unsere dein ihre ihren mich mir uns euch als wie was wer bei auf aus nach vor ueber unter durch ohne gegen "
        + "je tu il elle nous vous ils est sont etait etre avoir ai avez pas ne que qui quoi cette ces mon ma mes notre votre si mais ou "
        + "io tu lui lei noi voi loro sono era essere ho hai abbiamo non che chi questo questa mio se ma anche "
        + "yo ella nosotros ustedes es son estar tengo tiene no que este esta mi pero si tambien "
        + "ik jij hij zij wij jullie zijn heb hebt heeft niet geen dat dit deze wat maar ook naar").Split(' ').ToFrozenSet();
}
