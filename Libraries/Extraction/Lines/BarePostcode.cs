namespace Signet.Extraction.Lines;

/// <summary>
/// A postcode on a line of its own, as in Britain, Ireland and Canada, with the city in the piece of text in front or above:
/// <code>
/// 12 Example Street
/// Leeds
/// LS1 4AB
/// </code>
/// </summary>
internal static class BarePostcode
{
    /// <summary>The country whose postcode the whole text is; null when it is none that tells its country.</summary>
    public static string? CountryOf(Segment segment)
    {
        if (segment.Text.Length is < 5 or > 8) return null;
        Span<char> shape = stackalloc char[segment.Text.Length];
        for (var i = 0; i < shape.Length; i++)
            shape[i] = segment.Text[i] switch { >= '0' and <= '9' => '9', >= 'A' and <= 'Z' => 'A', ' ' => ' ', _ => '-' };
        return shape switch
        {
            "A9A 9A9" or "A9A9A9" => "CA",
            "A9 9AA" or "A99 9AA" or "AA9 9AA" or "AA99 9AA" or "A9A 9AA" or "AA9A 9AA" => "GB",
            _ => IsEircode(segment.Text, shape) ? "IE" : null,
        };
    }

    /// <summary>City and region in a text that holds nothing else: "Leeds", "Sampleton, Nova Scotia", "Sampleton, Co. Mayo".</summary>
    public static (Segment City, Segment? Region)? CityIn(Segment segment)
    {
        var pieces = segment.Pieces();
        if (pieces.Count is 0 or > 3 || segment.Text.AsSpan().ContainsAnyInRange('0', '9')) return null;
        return pieces.All(piece => char.IsUpper(piece.Text[0]) && piece.Words.Count <= 3) ? (pieces[0], pieces.Count > 1 ? pieces[1] : null) : null;
    }

    // A letter, two digits (Dublin has a W), then four letters or digits, one digit at least.
    private static bool IsEircode(string text, ReadOnlySpan<char> shape) =>
        shape.Length == 8 && shape[..4] is "A99 " or "A9A " && shape[4..].IndexOfAnyExcept("A9") < 0 && text.AsSpan(4).ContainsAnyInRange('0', '9');
}
