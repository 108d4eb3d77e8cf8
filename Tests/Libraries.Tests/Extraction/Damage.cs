using System.Text;
using Signet.Benchmarks.Extraction.Synthetic;

namespace Signet.Tests.Extraction;

/// <summary>Damages a mail: bytes changed, pieces lost, doubled, swapped, hostile ones put in.</summary>
internal static class Damage
{
    private static readonly string[] Hostile =
    [
        "\0", "\u202e", "\ufeff", "\r", "\r\n\r\n", "--", "\n-- \n", "=?utf-8?B?", "=\n", "<table><tr><td>", "<!--", "&#0;", "&#x110000;", "\u0435\u0301\u0301", "\ud83d", new string('(', 300), new string('9', 300), "+49+49+49", "@@@@", "://", "\n> > > >",
        "Content-Transfer-Encoding: base64\n", "\nContent-Type: text/html; charset=utf-7\n", "HRB HRB HRB", "DE DE DE 1", "St. St. St. ", ", , , ,", "\t\t\t|",
    ];

    public static byte[] Of(string eml, int seed)
    {
        var chance = new Chance(seed + 1);
        var bytes = Encoding.UTF8.GetBytes(eml).ToList();
        for (var i = 0; i <= chance.Next(12); i++)
        {
            var at = chance.Next(bytes.Count);
            var length = Math.Min(chance.Next(60), bytes.Count - at);
            switch (chance.Next(5))
            {
                case 0:
                    bytes[at] = (byte)chance.Next(256);
                    break;
                case 1 when bytes.Count > 200:
                    bytes.RemoveRange(at, length);
                    break;
                case 2:
                    bytes.InsertRange(chance.Next(bytes.Count), bytes.GetRange(at, length));
                    break;
                default:
                    bytes.InsertRange(at, Encoding.UTF8.GetBytes(chance.Of(Hostile)));
                    break;
            }
        }

        return [.. bytes];
    }
}
