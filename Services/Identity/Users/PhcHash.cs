using System.Globalization;
using System.Text.RegularExpressions;

namespace Signet.Identity.Users;

/// <summary>An Argon2id hash as text: <c>$argon2id$v=19$m=19456,t=2,p=1$salt$tag</c>, base64 without padding.</summary>
public sealed partial record PhcHash(int MemoryKiB, int Passes, int Lanes, byte[] Salt, byte[] Tag)
{
    public static PhcHash Parse(string text)
    {
        var match = Pattern().Match(text);
        if (!match.Success)
            throw new FormatException("The stored password hash is not an Argon2id PHC string.");

        return new PhcHash(Number("m"), Number("t"), Number("p"), Decode(match.Groups["salt"].Value), Decode(match.Groups["tag"].Value));

        int Number(string name) => int.Parse(match.Groups[name].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);
    }

    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"$argon2id$v=19$m={MemoryKiB},t={Passes},p={Lanes}${Encode(Salt)}${Encode(Tag)}");

    private static string Encode(byte[] bytes) => Convert.ToBase64String(bytes).TrimEnd('=');

    private static byte[] Decode(string text) => Convert.FromBase64String(text.PadRight((text.Length + 3) / 4 * 4, '='));

    [GeneratedRegex(@"^\$argon2id\$v=19\$m=(?<m>\d{1,7}),t=(?<t>\d{1,3}),p=(?<p>\d{1,3})\$(?<salt>[A-Za-z0-9+/]{16,86})\$(?<tag>[A-Za-z0-9+/]{43,86})$", RegexOptions.CultureInvariant)]
    private static partial Regex Pattern();
}
