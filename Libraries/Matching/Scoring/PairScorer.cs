using Signet.Matching.Records;

namespace Signet.Matching.Scoring;

/// <summary>
/// How much the values of two records speak for one person or company. The score is log2 of the odds: what a random pair has (few pairs of many are one), plus a weight
/// for every agreement and disagreement. It is measured against every other explanation at once: strangers who agree by chance, colleagues who share what
/// their firm has, relatives who share family name and home.
/// </summary>
public sealed class PairScorer
{
    private const float Hopeless = -30;
    private const float GenderDiffers = -2;
    private const float PersonAndCompany = -4;
    private const float OtherSite = -2;
    private const float Branches = .1f;
    private const float Namesakes = .06f;

    private readonly int _records;
    private readonly float _prior;
    private readonly float _notRelatives;
    private readonly float _notColleagues;
    private readonly float _notNamesakes;
    private readonly float _notBranches;

    /// <param name="terms">Those that the profiles were read with.</param>
    /// <param name="rates">Null for what is usual among contacts.</param>
    public PairScorer(Terms terms, Rates? rates = null)
    {
        var others = rates ?? Rates.Usual;
        _records = terms.Records;
        HasOthers = others is { Relatives: > .01f, Colleagues: > .1f };
        _prior = MathF.Log2(others.Duplicates / _records);
        _notRelatives = MathF.Log2(others.Duplicates / others.Relatives);
        _notNamesakes = MathF.Log2(others.Duplicates / Namesakes);
        _notBranches = MathF.Log2(others.Duplicates / Branches);
        _notColleagues = -MathF.Log2(others.Colleagues);
    }

    /// <summary>The answer with its reasons, the same whichever record comes first; only the values of a reason stand in the order of the records.</summary>
    public Verdict Compare(Profile one, Profile other)
    {
        var swapped = one.Fingerprint > other.Fingerprint;
        var reasons = new List<Reason>();
        var score = swapped ? Score(other, one, new(reasons)) : Score(one, other, new(reasons));
        return new(Cut.Answer(score), score, swapped ? reasons.ConvertAll(reason => reason with { One = reason.Other, Other = reason.One }) : reasons);
    }

    /// <summary>The score alone.</summary>
    public float Score(Profile one, Profile other) => one.Fingerprint > other.Fingerprint ? Score(other, one, new(null)) : Score(one, other, new(null));

    /// <summary>Relatives and colleagues are about, so that names have to be alike.</summary>
    internal bool HasOthers { get; }

    /// <summary>
    /// A quick look before the score of one of millions of pairs: names that one person would not have need something else that is one's own. False only
    /// for pairs that are hardly ever one; where records of relatives and colleagues are rare, never.
    /// </summary>
    internal bool MayBeOne(Profile one, Profile other)
    {
        if (!HasOthers || !one.IsPerson || !other.IsPerson) return true;
        var name = one.Fingerprint > other.Fingerprint ? NameScore.Of(other, one, default) : NameScore.Of(one, other, default);
        if (!name.FirstDiffers && !name.LastDiffers) return true;
        return !(name.FirstDiffers && name.LastDiffers) && (!one.Birth.IsMissing && !other.Birth.IsMissing || SharesOwn(one, other));
    }

    private static bool SharesOwn(Profile one, Profile other)
    {
        foreach (var email in one.Emails)
            foreach (var match in other.Emails)
                if (Term.Same(email.Whole, match.Whole)) return true;
        foreach (var phone in one.Phones)
            foreach (var match in other.Phones)
                if (Term.Same(phone.Number, match.Number)) return true;
        return false;
    }

    private float Score(Profile one, Profile other, Tally tally) => one.IsCompany && other.IsCompany ? Companies(one, other, tally) : Persons(one, other, tally);

    private float Persons(Profile one, Profile other, Tally tally)
    {
        var name = NameScore.Of(one, other, tally);
        var email = EmailScore.Compare(one, other, name, tally);
        var phone = PhoneScore.Compare(one.Phones, other.Phones, _records, tally);
        var company = CompanyScore.Compare(one, other, tally);
        var address = AddressScore.Compare(one, other, tally);
        var shared = new SharedEvidence(email.Shared, phone.Shared, company, Math.Min(address, AddressScore.Most(one, other, _records)));
        var own = email.Own + phone.Own + BirthScore.Compare(one, other, tally) + OtherScore.Compare(one.Others, other.Others, tally);
        if (one.Gender != 0 && other.Gender != 0 && one.Gender != other.Gender) own += tally.Add(ReasonCode.SalutationDifferent, GenderDiffers);
        if (one.IsCompany || other.IsCompany) own += tally.Add(ReasonCode.PersonAndCompany, PersonAndCompany);

        var alone = _prior + name.Sum + own;
        var byChance = Math.Max(shared.Sum, address + new SharedEvidence(email.Shared, phone.Shared, company).Sum);
        var strangers = alone + byChance;
        var colleagues = shared.Best > 0 ? alone + (name.LastDiffers ? shared.Best + shared.Against : shared.Sum) + _notColleagues : float.PositiveInfinity;
        // Relatives share family name, address, phone and sometimes the firm: only the given name and what is one's own tells them apart.
        var relatives = name.LastAgrees && shared.Best > 0 ? _notRelatives + name.First + own + shared.Against : float.PositiveInfinity;
        // However rare a name seems, somebody may share it: something else has to speak for the pair.
        var namesakes = _notNamesakes + Math.Min(name.First, 0) + Math.Min(name.Last, 0) + own + byChance;
        return Explained(strangers, Math.Min(colleagues, namesakes), relatives, tally);
    }

    private float Companies(Profile one, Profile other, Tally tally)
    {
        var email = EmailScore.Compare(one, other, default, tally);
        var phone = PhoneScore.Compare(one.Phones, other.Phones, _records, tally);
        var company = CompanyScore.Compare(one, other, tally);
        if (company < 0) company = GivenNames.Different;
        var address = AddressScore.Compare(one, other, tally);
        var own = OtherScore.Compare(one.Others, other.Others, tally);
        if (phone.Shared < 0 && address < 0) address += OtherSite;
        var site = email.Own + email.Shared + phone.Own + phone.Shared + address;
        // Firms in one building share everything but the name; branches of one firm nothing but the name.
        return Explained(_prior + company + site + own, _notBranches + site + own, site > 0 ? _notRelatives + company + own : float.PositiveInfinity, tally);
    }

    // log2 of the odds against three other explanations at once.
    private static float Explained(float strangers, float colleagues, float relatives, Tally tally)
    {
        var least = Math.Min(strangers, Math.Min(colleagues, relatives));
        var odds = least - MathF.Log2(MathF.Pow(2, least - strangers) + MathF.Pow(2, least - colleagues) + MathF.Pow(2, least - relatives));
        if (tally.IsWanted && odds < strangers - 1) tally.Add(ReasonCode.SharedWithOthers, odds - strangers);
        return Math.Max(odds, Hopeless);
    }
}
