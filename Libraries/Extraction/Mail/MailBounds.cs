using System.Buffers;

namespace Signet.Extraction.Mail;

/// <summary>
/// How much of a mail is parsed. A parser makes an object of every header and every part, and a header can be four bytes long: a hostile mail
/// of 25 MB would become gigabytes. So what follows the <see cref="Limits.MimeLines"/>th line that begins like a header or a boundary is not parsed.
/// </summary>
internal static class MailBounds
{
    private const int Chunk = 64 * 1024;
    private static readonly SearchValues<byte> HeaderEnds = SearchValues.Create(": \t\r\n"u8);

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
        var structural = 0;
        long before = 0;
        var carried = 0;
        int read;
        while ((read = mail.Read(buffer, carried, Chunk - carried)) > 0)
        {
            var filled = carried + read;
            var line = 0;
            while (buffer.AsSpan(line, filled - line).IndexOf((byte)'\n') is >= 0 and var end)
            {
                if (IsStructural(buffer.AsSpan(line, end)) && ++structural > Limits.MimeLines) return before + line;
                line += end + 1;
            }

            // The rest of a line that is longer than the buffer begins like nothing.
            carried = line == 0 && filled == Chunk ? 0 : filled - line;
            buffer.AsSpan(filled - carried, carried).CopyTo(buffer);
            before += filled - carried;
        }

        return before + carried;
    }

    private static bool IsStructural(ReadOnlySpan<byte> line)
    {
        if (line.StartsWith("--"u8)) return true;
        var end = line.IndexOfAny(HeaderEnds);
        return end > 0 && line[end] == ':';
    }
}
