using System.Text;

namespace Signet.Matching.Normalisation;

/// <summary>Mends text that was written as UTF-8 and read as Windows-1252: "MÃ¼ller" was "Müller".</summary>
internal static class Mojibake
{
    // What the bytes 80 to 9F are in Windows-1252; a blank where nothing is.
    private const string HighControls = "€ ‚ƒ„…†‡ˆ‰Š‹Œ Ž  ‘’“”•–—˜™š›œ žŸ";
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    public static string Repair(string text)
    {
        if (!LooksBroken(text)) return text;
        var bytes = new byte[text.Length];
        for (var i = 0; i < text.Length; i++)
        {
            if (ByteOf(text[i]) is not { } value) return text;
            bytes[i] = value;
        }
        try
        {
            return Strict.GetString(bytes);
        }
        catch (DecoderFallbackException)
        {
            return text;
        }
    }

    // The first byte of a letter in two bytes, then one that only follows.
    private static bool LooksBroken(string text)
    {
        for (var i = text.AsSpan().IndexOfAnyInRange('Â', 'Å'); i >= 0 && i + 1 < text.Length; i++)
            if (text[i] is >= 'Â' and <= 'Å' && ByteOf(text[i + 1]) is >= 0x80 and < 0xC0) return true;
        return false;
    }

    private static byte? ByteOf(char letter)
    {
        if (letter < 256) return (byte)letter;
        var index = HighControls.IndexOf(letter, StringComparison.Ordinal);
        return index < 0 ? null : (byte)(0x80 + index);
    }
}
