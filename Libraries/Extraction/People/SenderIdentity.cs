using System.Globalization;
using Signet.Extraction.Mail;
using Signet.Extraction.Text;
using Signet.Extraction.Vocabulary;

namespace Signet.Extraction.People;

/// <summary>What the From header says of the person: name, address, domain.</summary>
internal sealed class SenderIdentity
{
    private readonly HashSet<string> nameWords = [];
    private readonly string localInitials;

    private SenderIdentity(Sender sender, string? region)
    {
        Address = sender.Address.Trim();
        var at = Address.LastIndexOf('@');
        var local = at > 0 ? Address[..at] : "";
        Domain = at > 0 ? Address[(at + 1)..].ToLowerInvariant() : "";
        IsSentByList = sender.Name is not null && sender.Name.Contains(" via ", StringComparison.OrdinalIgnoreCase);
        HasTwoSurnames = PeopleHaveTwoSurnames(Countries.OfDomain(Domain) ?? region);
        Name = ReadName(sender.Name ?? "", local, HasTwoSurnames);
        LocalKey = Folding.Key(local);
        localInitials = string.Concat(Folding.Fold(local).Split('.', '_', '-').Where(part => part.Length > 0).Select(part => part[0]));
        CollectWords(local);
        CompanyKey = IsSentByList ? null : CompanyKeyOf(Domain);
    }

    public string Address { get; }

    public string Domain { get; }

    /// <summary>The name in the header, given name first; null when it is none of a person.</summary>
    public PersonName? Name { get; }

    /// <summary>In the sender's country people have two surnames.</summary>
    public bool HasTwoSurnames { get; }

    public static bool PeopleHaveTwoSurnames(string? country) => country is "ES" or "MX" or "AR" or "CL" or "PE" or "CO" or "UY" or "VE" or "EC" or "PT" or "BR";

    /// <summary>A mailing list sent it in the person's name: the address is the list's.</summary>
    public bool IsSentByList { get; }

    /// <summary>The domain's own label ("muster" of mail.muster.co.uk), folded; null for providers and lists.</summary>
    public string? CompanyKey { get; }

    private string LocalKey { get; }

    /// <param name="region">Where senders are from whose domain does not say.</param>
    public static SenderIdentity? Of(Sender? sender, string? region = null) => sender is null || sender.Address.Length is 0 or > 320 ? null : new(sender, region);

    /// <summary>Whether a word is part of the sender's name.</summary>
    public bool Knows(string folded) => nameWords.Contains(folded);

    /// <summary>"e" of Erika Muster.</summary>
    public bool IsInitial(string folded) => folded.Length == 1 && Name is { IsComplete: true } name && folded == Initial(name.First);

    /// <summary>"Eri", "Erika" of Erich: what begins like the given name.</summary>
    public bool IsNickname(string folded) =>
        folded.Length is >= 3 and <= 8 && Name is { IsComplete: true } name && Folding.Fold(name.First.Value) is { Length: >= 3 } first && folded.AsSpan().StartsWith(first.AsSpan(0, 3));

    /// <summary>"em", "e.m" of Erika Muster.</summary>
    public bool AreInitials(string folded) => AreInitialsOf(folded.Replace(".", "", StringComparison.Ordinal)) || folded.Length == 2 && Name is not { IsComplete: true } && (folded == localInitials || LocalKey.Length > 4 && LocalKey.StartsWith(folded, StringComparison.Ordinal));

    private bool AreInitialsOf(string folded) =>
        folded.Length is 2 or 3 && Name is { IsComplete: true } name
        && (folded == Initial(name.First) + Initial(name.Last) || name.Middle.Length > 0 && folded == Initial(name.First) + Initial(name.Middle) || folded == Initial(name.First) + Initial(name.Middle) + Initial(name.Last) || folded == Initial(name.Last) + Initial(name.First));

    private static string Initial(NamePart part) => part.Length == 0 ? "" : Folding.Fold(part.Value.AsSpan(0, 1));

    /// <summary>How well a name fits: 1 is all words, 0 none. A shared surname with another given name is the family, not the person.</summary>
    public double Matches(PersonName name)
    {
        var words = Word.Split(name.First.Value).Concat(Word.Split(name.Last.Value)).Where(word => word.Length > 1).ToList();
        if (words.Count == 0) return 0;
        var known = words.Count(word => Knows(word.Folded) || word.Folded.Split('-').Any(Knows));
        if (known == words.Count) return 1;
        // "Erika Muster Beispiel" signs what "Erika Muster" sent.
        if (known > 0 && name.Middle.Length > 0 && Name is { IsComplete: true } own && SharesAll(own, name)) return 0.95;
        if (known > 0 && Initials(words)) return 0.9;
        // "Willi" signs as "Wilhelm": the surname and the first letter.
        if (known > 0 && Name is not null && Knows(words[^1].Folded) && Folding.Key(Name.First.Value) is { Length: > 1 } given && words[0].Folded[0] == given[0]) return 0.8;
        if (known > 0) return (double)known / words.Count;
        return Initials(words) ? 0.7 : 0;
    }

    private static bool SharesAll(PersonName own, PersonName name)
    {
        var all = Word.Split($"{name.First.Value} {name.Middle.Value} {name.Last.Value}").Select(word => word.Folded).ToHashSet();
        return Word.Split($"{own.First.Value} {own.Last.Value}").All(word => all.Contains(word.Folded));
    }

    // "emuster", "muster.e", "em" of Erika Muster.
    private bool Initials(List<Word> words)
    {
        if (words.Count < 2 || LocalKey.Length < 3) return false;
        var first = Folding.Key(words[0].Folded);
        var last = Folding.Key(words[^1].Folded);
        return first.Length > 0 && (LocalKey == first[..1] + last || LocalKey == last + first[..1] || LocalKey == first + last || LocalKey == last + first || LocalKey == first + last[..1]
            || last.Length >= 4 && LocalKey.Contains(last, StringComparison.Ordinal));
    }

    private static PersonName? ReadName(string display, string local, bool twoSurnames)
    {
        // "erika muster" is a name that was typed in haste.
        if (!display.Any(char.IsUpper)) display = CultureInfo.InvariantCulture.TextInfo.ToTitleCase(display);
        var name = display.Contains('@', StringComparison.Ordinal) ? null : NameReader.Read(display.Trim('"', '\'', ' '), twoSurnames);
        if (name is null || IsCompany(display, name)) return null;
        // "Erika" alone is what she is called.
        if (name is { First.Length: 0, Middle.Length: 0, Last.Length: > 0 } && Lexicon.GivenNames.Contains(Folding.Fold(name.Last.Value))) return name with { First = name.Last, Last = NamePart.None };
        if (!name.IsComplete || name.IsInverted || name.Middle.Length > 0) return name;

        // "Muster Erika" <erika.muster@…>: the address, or else the names themselves, tell the order.
        var first = Folding.Key(name.First.Value);
        var last = Folding.Key(name.Last.Value);
        var key = Folding.Fold(local);
        var separator = key.AsSpan().IndexOfAny('.', '_', '-');
        var inverted = Lexicon.GivenNames.Contains(last) && !Lexicon.GivenNames.Contains(first);
        var upright = Lexicon.GivenNames.Contains(first) && !Lexicon.GivenNames.Contains(last);
        var swap = separator > 0
            ? !upright && key[..separator] == last && key[(separator + 1)..].StartsWith(first, StringComparison.Ordinal)
            : inverted && Lexicon.Surnames.Contains(first);
        return swap ? name with { First = name.Last, Last = name.First, IsInverted = true } : name;
    }

    /// <summary>"Kupfer Werke GmbH", "Kupfer Consulting": a legal form, or the word of an organisation, stands where the name would.</summary>
    private static bool IsCompany(string display, PersonName name)
    {
        if (name.Last.Length == 0 || name.IsInverted) return false;
        // "Rechnungswesen", "Büro Bürgermeisterin"
        var all = Word.Split($"{name.First.Value} {name.Middle.Value} {name.Last.Value}");
        if (all.Count > 0 && all.All(word => !Lexicon.GivenNames.Contains(word.Folded) && !Lexicon.Surnames.Contains(word.Folded) && (Lexicon.Jobs.Contains(word.Folded) || Lexicon.Departments.Contains(word.Folded) || Lexicon.Organisations.Contains(word.Folded)))) return true;
        var text = display.Trim('"', '\'', ' ');
        text = text[..Math.Min(name.Last.Start + name.Last.Length, text.Length)];
        var words = Word.Split(text);
        return words.Count > 0 && (LegalForms.Find(text, words) is not null || !Lexicon.GivenNames.Contains(words[0].Folded) && (IsOrganisation(words[0].Folded) || IsOrganisation(words[^1].Folded)));
    }

    private static bool IsOrganisation(string folded) => Lexicon.Organisations.Contains(folded) && !Lexicon.Surnames.Contains(folded) && !Lexicon.GivenNames.Contains(folded);

    private void CollectWords(string local)
    {
        if (Name is not null)
        {
            foreach (var word in Word.Split($"{Name.First.Value} {Name.Middle.Value} {Name.Last.Value}").Where(word => word.Length > 1))
            {
                if (Lexicon.Particles.Contains(word.Folded)) continue;
                nameWords.Add(word.Folded);
                foreach (var part in word.Folded.Split('-'))
                    if (part.Length > 1) nameWords.Add(part);
            }
        }

        foreach (var part in Folding.Fold(local).Split('.', '_', '-', '+'))
            if (part.Length > 2 && !part.AsSpan().ContainsAnyInRange('0', '9') && (Lexicon.GivenNames.Contains(part) || Lexicon.Surnames.Contains(part) || Name is not null)) nameWords.Add(part);
    }

    /// <summary>The own label of a domain, folded; null for providers, whose domain says nothing of a company.</summary>
    public static string? CompanyKeyOf(string domain) =>
        !Lexicon.Freemail.Contains(domain) && OwnLabel(domain) is { Length: > 1 } label ? Folding.Key(label) : null;

    private static string OwnLabel(string domain)
    {
        var labels = domain.Split('.');
        if (labels.Length < 2) return "";
        var index = labels.Length - 2;
        if (index > 0 && labels[index] is "co" or "com" or "org" or "net" or "ac" or "gov" or "edu" or "gv" or "or") index--;
        return labels[index];
    }
}
