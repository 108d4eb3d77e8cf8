using System.Globalization;
using PhoneNumbers;
using Signet.Contracts;

namespace Signet.Benchmarks.Extraction.Synthetic;

/// <summary>Numbers that the numbering plan knows, written as people write them.</summary>
internal static class PhoneMaker
{
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();

    public static IReadOnlyList<SyntheticPhone> Make(Chance chance, Locale locale)
    {
        var phones = new List<SyntheticPhone>();
        if (chance.Happens(0.85)) phones.Add(One(chance, locale, PhoneType.Work, "work", PhoneNumberType.FIXED_LINE));
        if (chance.Happens(0.15)) phones.Add(One(chance, locale, PhoneType.Switchboard, "main", PhoneNumberType.FIXED_LINE));
        if (chance.Happens(0.4)) phones.Add(One(chance, locale, PhoneType.Fax, "fax", PhoneNumberType.FIXED_LINE));
        if (chance.Happens(0.5)) phones.Add(One(chance, locale, PhoneType.Mobile, "mobile", PhoneNumberType.MOBILE));
        if (chance.Happens(0.3)) phones.Reverse();
        return phones;
    }

    private static SyntheticPhone One(Chance chance, Locale locale, PhoneType type, string label, PhoneNumberType kind)
    {
        var number = Numbers.GetExampleNumberForType(locale.Country, kind);
        for (var i = 0; i < 50; i++)
        {
            var national = Numbers.GetNationalSignificantNumber(number);
            var varied = number.ToBuilder().SetNationalNumber(ulong.Parse(national[..^5] + chance.Filled("#####"), CultureInfo.InvariantCulture)).Build();
            if (!Numbers.IsValidNumberForRegion(varied, locale.Country)) continue;
            number = varied;
            break;
        }

        return new(type, chance.Of(locale[label]), Written(chance, number, locale.Country), Numbers.Format(number, PhoneNumberFormat.E164));
    }

    private static string Written(Chance chance, PhoneNumber number, string country)
    {
        var international = Numbers.Format(number, PhoneNumberFormat.INTERNATIONAL);
        var national = Numbers.Format(number, PhoneNumberFormat.NATIONAL);
        return chance.Next(8) switch
        {
            0 => international.Replace(' ', '-'),
            1 => international.Replace(' ', '.'),
            2 when country is "DE" or "AT" or "CH" or "GB" or "NL" => Insert(international, "(0)"),
            3 => national,
            4 when country is "DE" or "AT" => national.Replace(' ', '/'),
            5 => "00" + international[1..],
            6 => Numbers.Format(number, PhoneNumberFormat.E164),
            _ => international,
        };
    }

    // "+49 (0)30 …"
    private static string Insert(string international, string zero)
    {
        var space = international.IndexOf(' ', StringComparison.Ordinal);
        return international[..(space + 1)] + zero + international[(space + 1)..];
    }
}
