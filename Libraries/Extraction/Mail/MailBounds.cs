using System.Buffers;

namespace Signet.Extraction.Mail;

/// <summary>
/// How much of a mail is parsed. A parser makes an object of every header and every part, and a header can be four bytes long: a hostile mail
/// of 25 MB would become gigabytes. So what follows the <see cref="Limits.MimeLines"/>th line that begins like a header or a boundary is not parsed.
/// Nor is what follows the <see cref="Limits.HeaderBytes"/>th byte of one header: of each address and each parameter in it an object is made too.
/// </summary>
internal static class MailBounds
{
    private const int Chunk = 64 * 1024;
    private static readonly SearchValues<byte> HeaderEnds = SearchValues.Create(": \t\r\n"u8);
    private static readonly SearchValues<byte> NameBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-"u8);

    /// <summary>The number of bytes to parse; the stream stands at its beginning again.</summary>
    public static long Of(Stream mail)
    {
        var start = mail.Position;
        var buffer = ArrayPool<byte>.Shared.Rent(Chunk);
        var length = Measure(mail, buffer);
        ArrayPool<byte>.Shared.Return(buffer, clearArray: true);
        mail.Position = start;
        return length;
    }

    private static long Measure(Stream mail, byte[] buffer)
    {
        var meter = new Meter();
        long before = 0;
        var carried = 0;
        int read;
        while ((read = mail.Read(buffer, carried, Chunk - carried)) > 0)
        {
            var filled = carried + read;
            var start = 0;
            while (buffer.AsSpan(start, filled - start).IndexOf((byte)'\n') is >= 0 and var end)
            {
                if (meter.Pass(buffer.AsSpan(start, end + 1)) is var passed && passed <= end) return before + start + passed;
                start += end + 1;
            }

            // Of a line that is longer than the buffer every piece is passed by itself.
            if (start == 0 && filled == Chunk)
            {
                if (meter.Pass(buffer.AsSpan(0, filled)) is var passed && passed < filled) return before + passed;
                start = filled;
            }

            carried = filled - start;
            buffer.AsSpan(start, carried).CopyTo(buffer);
            before += start;
        }

        return before + meter.Pass(buffer.AsSpan(0, carried));
    }

    /// <summary>Passes the lines of a mail, or pieces of long ones, as long as nothing grows past its limit.</summary>
    private sealed class Meter
    {
        private bool isLineStart = true;
        private bool inHeader;
        private int lines;
        private int header;
        private int headers;

        /// <summary>How many bytes of the piece pass: all but where a limit is reached.</summary>
        public int Pass(ReadOnlySpan<byte> piece)
        {
            if (isLineStart && !Begins(piece)) return 0;
            isLineStart = piece.EndsWith("\n"u8);
            if (!inHeader) return piece.Length;
            var passed = Math.Min(piece.Length, Math.Min(Limits.HeaderBytes - header, Limits.AllHeaderBytes - headers));
            header += passed;
            headers += passed;
            return passed;
        }

        private bool Begins(ReadOnlySpan<byte> line)
        {
            // A folded line goes on with what stands above.
            if (line.Length > 0 && line[0] is (byte)' ' or (byte)'\t') return true;
            header = 0;
            inHeader = IsNamed(line);
            return !(inHeader || IsStructural(line)) || ++lines <= Limits.MimeLines;
        }

        private static bool IsStructural(ReadOnlySpan<byte> line)
        {
            if (line.StartsWith("--"u8)) return true;
            var end = line.IndexOfAny(HeaderEnds);
            return end > 0 && line[end] == ':';
        }

        // Headers that a parser takes apart have plain names; "{"key":" and "<style>p{margin:" are long lines of a body.
        private static bool IsNamed(ReadOnlySpan<byte> line)
        {
            var end = line.IndexOfAnyExcept(NameBytes);
            return end > 0 && line[end..].TrimStart(" \t"u8) is [(byte)':', ..];
        }
    }
}
