using PhoneNumbers;
using Signet.Contracts;
using Signet.Extraction.Text;

namespace Signet.Extraction.Lines;

/// <summary>A number in a line, with its label: everything from <see cref="Start"/> on belongs to it.</summary>
internal sealed record FoundPhone(int Start, int End, int NumberStart, int NumberLength, string Value, PhoneType? Type, double Confidence, string Rule);

/// <summary>
/// Reads "Tel. +49 (0)711 123-45", "(713) 555-0100 fax", "T +1 … x123". What a number is, libphonenumber decides; what it is for, its label.
/// </summary>
/// <param name="isSaid">Whether the mail says that national numbers are of the region; else they are less sure.</param>
internal sealed class PhoneReader(string region, bool isSaid = true, StepCounter? steps = null)
{
    private const int MostPerLine = 8;
    private static readonly PhoneNumberUtil Numbers = PhoneNumberUtil.GetInstance();
    private int trials;

    // What the last line said of the next number: "Telefax:" in a paragraph of its own.
    private PhoneLabel pending = PhoneLabel.None;
    private RelativeNumber.Trunk? trunk;

    /// <summary>Whether a number was read as of the region, since nothing in it says otherwise.</summary>
    public bool HasNational { get; private set; }

    public List<FoundPhone> Read(string text, bool isLegal)
    {
        var found = new List<FoundPhone>();
        if (text.AsSpan().IsWhiteSpace()) return found;
        var above = pending;
        pending = PhoneLabel.Alone(text);
        var from = 0;
        foreach (var run in PhoneScan.Find(text))
        {
            if (found.Count >= MostPerLine || trials >= Limits.PhoneTrials) break;
            // The digits of an extension that was read already.
            if (run.Start < from) continue;
            steps?.Add(run.End - from);
            var before = PhoneLabel.Before(text, from, run.Start);
            var after = before.IsLabelled ? PhoneLabel.None : PhoneLabel.After(text, run.End);
            var label = before.IsLabelled || isLegal ? before : after;
            if (!label.IsLabelled && found.Count > 0 && IsJoined(text.AsSpan(found[^1].End, run.Start - found[^1].End))) label = label with { IsLabelled = true, Type = found[^1].Type };
            if (!label.IsLabelled && found.Count == 0 && above.IsLabelled) label = above with { Start = -1, End = 0 };
            if (isLegal && !label.IsLabelled) continue;
            trials++;
            var extension = PhoneExtension.Read(text, run.End);
            if (ReadRelative(text, from) is { } relative && relative.End <= run.Start) Add(relative);
            if (Parse(text, run, label, extension) is { } phone) Add(phone);
        }

        if (!isLegal && ReadRelative(text, from) is { } last) Add(last);
        return found;

        void Add(FoundPhone phone)
        {
            found.Add(phone);
            from = phone.End;
        }
    }

    private FoundPhone? ReadRelative(string text, int from)
    {
        if (trunk is not { } known || RelativeNumber.Find(text, from) is not { } end || RelativeNumber.Replace(known, end.Digits, end.IsExtension) is not { } whole) return null;
        var number = ParseOrNull(whole);
        return number is null || !Numbers.IsValidNumber(number) ? null : new(end.Start, end.End, end.Start, end.End - end.Start, Format(number), end.Type, 0.9, "phone.label");
    }

    private FoundPhone? Parse(string text, DigitRun run, PhoneLabel label, (string Digits, int End) extension)
    {
        var written = text.AsSpan(run.Start, run.Length);
        if (LooksLikeDate(written) || !label.IsLabelled && !LooksLikePhone(written, run.Digits, HasTrunkZero)) return null;
        HasNational |= !IsInternational(written);
        if (ParseOrNull(Normal(written)) is not { } number) return null;
        var valid = Numbers.IsValidNumber(number);
        if (IsNorthAmerican(written, number, valid) && ParseOrNull(Normal(written), "US") is { } american && Numbers.IsValidNumber(american)) (number, valid) = (american, true);
        if (!valid && written.IndexOf('/') is > 6 and var slash)
        {
            // "555-0142/0147": the part behind the slash replaces the last digits; the first number is whole by itself.
            return Parse(text, new(run.Start, slash, Digits(written[..slash])), label.Start >= 0 ? label : label with { IsLabelled = true, Type = null, End = 0 }, ("", run.Start + slash));
        }

        if (!valid && written.IndexOf('(') is > 7 and var bracket && extension.Digits.Length == 0)
        {
            var inner = written[(bracket + 1)..].Trim(") ".AsSpan());
            if (inner.Length is > 0 and <= 6 && inner.IndexOfAnyExceptInRange('0', '9') < 0)
                return Parse(text, new(run.Start, bracket, Digits(written[..bracket])), label, (inner.ToString(), run.End));
        }

        if (!valid && (!label.IsLabelled || run.Digits < 7 || Numbers.IsPossibleNumberWithReason(number) != PhoneNumberUtil.ValidationResult.IS_POSSIBLE)) return null;
        trunk = new(Normal(written), number, extension.Digits.Length > 0);
        if (extension.Digits.Length > 0) number = number.ToBuilder().SetExtension(extension.Digits).Build();
        var value = Format(number);
        var isMobile = Numbers.GetNumberType(number) == PhoneNumberType.MOBILE;
        var type = label.Type ?? (isMobile ? PhoneType.Mobile : label.IsLabelled ? PhoneType.Work : null);
        var (confidence, rule) = (valid, label.IsLabelled) switch
        {
            (true, true) => (0.97, "phone.label"),
            (true, false) => (0.85, "phone.format"),
            _ => (0.6, "phone.possible"),
        };
        if (!isSaid && number.CountryCode == Numbers.GetCountryCodeForRegion(region) && !IsInternational(written)) confidence -= 0.1;
        var end = Math.Max(Math.Max(run.End, extension.End), label.End);
        return new(label.IsLabelled && label.Start >= 0 ? Math.Min(label.Start, run.Start) : run.Start, end, run.Start, Math.Max(run.End, extension.End) - run.Start, value, type, confidence, rule);
    }

    private static string Format(PhoneNumber number) => Numbers.Format(number, PhoneNumberFormat.E164) + (number.HasExtension ? $";ext={number.Extension}" : "");

    private PhoneNumber? ParseOrNull(string written, string? land = null)
    {
        try
        {
            return Numbers.Parse(written, land ?? region);
        }
        catch (NumberParseException)
        {
            return null;
        }
    }

    /// <summary>"713-555-0142", "(713) 555-0142", "1.713.555.0142": where numbers begin with a 0, hardly anybody writes his own like that, whatever the mailbox's country.</summary>
    private bool IsNorthAmerican(ReadOnlySpan<char> written, PhoneNumber number, bool isValid)
    {
        if (IsInternational(written) || region == "US" || isValid && (!HasTrunkZero || Numbers.GetNumberType(number) == PhoneNumberType.MOBILE)) return false;
        Span<int> groups = stackalloc int[4];
        var (count, length, last) = (0, 0, ' ');
        foreach (var c in written)
        {
            if (char.IsAsciiDigit(c))
            {
                // Area codes and exchanges begin with 2 to 9.
                if (length++ == 0 && c is '0' or '1' && !(c == '1' && count == 0 && written[0] == '1') && count < 2) return false;
            }
            else if (length > 0)
            {
                if (count == 3) return false;
                groups[count++] = length;
                length = 0;
            }

            last = c;
        }

        if (count == 4 || !char.IsAsciiDigit(last)) return false;
        groups[count++] = length;
        return groups[..count] is [3, 3, 4] or [1, 3, 3, 4];
    }

    /// <summary>Whether national numbers begin with a 0.</summary>
    private bool HasTrunkZero => Numbers.GetNddPrefixForRegion(region, true) == "0";

    private static bool IsInternational(ReadOnlySpan<char> written) => written.Contains('+') || written.StartsWith("00");

    private static int Digits(ReadOnlySpan<char> text)
    {
        var digits = 0;
        foreach (var c in text)
            if (char.IsAsciiDigit(c)) digits++;
        return digits;
    }

    private static string Normal(ReadOnlySpan<char> written)
    {
        var text = written.ToString().Replace("++", "+", StringComparison.Ordinal).Replace('~', ' ').Replace('·', ' ');
        // Where 00 does not lead abroad, people write it all the same.
        return text.Length > 8 && text.StartsWith("00", StringComparison.Ordinal) && text[2] is not '0' ? "+" + text[2..] : text;
    }

    private static bool IsJoined(ReadOnlySpan<char> between) => between.Length <= 6 && between.Trim() is "/" or "," or "or" or "oder" or "und" or "and" or "&" or ";" or "";

    // An unlabelled number is taken when it is written like one: with +, 00, brackets or groups.
    private static bool LooksLikePhone(ReadOnlySpan<char> written, int digits, bool hasTrunkZero)
    {
        if (digits < 7) return false;
        if (written[0] is '+' or '(' || written.StartsWith("00")) return true;
        var groups = 1;
        for (var i = 1; i < written.Length; i++)
            if (!char.IsAsciiDigit(written[i]) && char.IsAsciiDigit(written[i - 1])) groups++;
        return groups >= 2 && (written[0] == '0' || groups >= 3 && (digits is 10 or 11 || !hasTrunkZero && digits is 8 or 9));
    }

    private static bool LooksLikeDate(ReadOnlySpan<char> written)
    {
        Span<int> groups = stackalloc int[6];
        var count = 0;
        var length = 0;
        foreach (var c in written)
        {
            if (char.IsAsciiDigit(c))
            {
                length++;
                continue;
            }

            if (c is not ('.' or '-' or '/') || count >= 5) return false;
            groups[count++] = length;
            length = 0;
        }

        groups[count++] = length;
        return count == 3 && (groups[0] <= 2 && groups[1] <= 2 && groups[2] is 2 or 4 || groups[0] == 4 && groups[1] == 2 && groups[2] == 2);
    }
}
