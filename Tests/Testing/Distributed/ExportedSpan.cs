using System.Text;

namespace Signet.Testing;

/// <summary>A span as it was exported: who made it, in which trace, what it is called and by which instrumentation.</summary>
public sealed record ExportedSpan(string Service, string TraceId, string Name, string Scope)
{
    /// <summary>Reads the spans of one OTLP export message (opentelemetry/proto/collector/trace/v1) behind its 5-byte gRPC prefix.</summary>
    internal static IEnumerable<ExportedSpan> Read(byte[] message)
    {
        foreach (var resourceSpans in Fields(message.AsMemory(5), 1))
        {
            var service = Fields(resourceSpans, 1)
                .SelectMany(resource => Fields(resource, 1))
                .Where(attribute => Text(Fields(attribute, 1).First()) == "service.name")
                .Select(attribute => Text(Fields(Fields(attribute, 2).First(), 1).First()))
                .First();
            foreach (var scopeSpans in Fields(resourceSpans, 2))
            {
                var scope = Fields(scopeSpans, 1).SelectMany(found => Fields(found, 1)).Select(Text).FirstOrDefault() ?? "";
                foreach (var span in Fields(scopeSpans, 2))
                {
                    yield return new(service, Convert.ToHexStringLower(Fields(span, 1).First().Span), Text(Fields(span, 5).First()), scope);
                }
            }
        }
    }

    private static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);

    /// <summary>The length-delimited fields with a number, in a protobuf message.</summary>
    private static List<ReadOnlyMemory<byte>> Fields(ReadOnlyMemory<byte> message, int number)
    {
        var found = new List<ReadOnlyMemory<byte>>();
        for (var position = 0; position < message.Length;)
        {
            var tag = Varint(message.Span, ref position);
            switch (tag & 7)
            {
                case 0: Varint(message.Span, ref position); break;
                case 1: position += 8; break;
                case 5: position += 4; break;
                default:
                    var length = (int)Varint(message.Span, ref position);
                    if ((int)(tag >> 3) == number)
                    {
                        found.Add(message.Slice(position, length));
                    }

                    position += length;
                    break;
            }
        }

        return found;
    }

    private static ulong Varint(ReadOnlySpan<byte> bytes, ref int position)
    {
        ulong value = 0;
        for (var shift = 0; ; shift += 7)
        {
            var next = bytes[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return value;
            }
        }
    }
}
