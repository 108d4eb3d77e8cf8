using System.Numerics;
using Signet.Matching.Records;

namespace Signet.Matching.Blocking;

/// <summary>
/// What one look at a record shows, in one cache line: enough to see of most candidates that they cannot be one. Letters are sets of bits, so a glance errs
/// only towards looking closer.
/// </summary>
internal readonly struct Glance
{
    private const double LeastLikeness = .78;
    private readonly ulong _firstLetters;
    private readonly ulong _lastLetters;
    private readonly ulong _firstForms;
    private readonly ulong _own;
    private readonly uint _firstHead;
    private readonly uint _lastHead;
    private readonly byte _firstLength;
    private readonly byte _lastLength;
    private readonly bool _isWhole;

    public Glance(Profile profile)
    {
        // A missing name, a name of several words or an initial has to be looked at.
        _isWhole = profile is { FirstWords: [{ Text.Length: > 3 and < 64 }], LastWords: [{ Text.Length: > 3 and < 64 }] } && profile.Birth.IsMissing;
        if (!_isWhole) return;
        (_firstLetters, _firstForms, _firstHead, _firstLength) = (profile.First!.Letters, profile.First.FormBits, Head(profile.First.Text), (byte)profile.First.Text.Length);
        (_lastLetters, _lastHead, _lastLength) = (profile.Last!.Letters, Head(profile.Last.Text), (byte)profile.Last.Text.Length);
        foreach (var email in profile.Emails) _own |= Bit(email.Whole.Text);
        foreach (var phone in profile.Phones) _own |= Bit(phone.Number.Text);
    }

    /// <summary>False only for two persons with names that are not alike and nothing that is one's own in common.</summary>
    public bool MayBeOne(in Glance other)
    {
        if (!_isWhole || !other._isWhole || (_own & other._own) != 0) return true;
        var first = (_firstForms & other._firstForms) != 0 || Alike(_firstLetters, _firstHead, _firstLength, other._firstLetters, other._firstHead, other._firstLength);
        if (first && Alike(_lastLetters, _lastHead, _lastLength, other._lastLetters, other._lastHead, other._lastLength)) return true;
        return (Alike(_firstLetters, _firstHead, _firstLength, other._lastLetters, other._lastHead, other._lastLength) || _firstForms != 0 && other._firstForms != 0)
            && (Alike(_lastLetters, _lastHead, _lastLength, other._firstLetters, other._firstHead, other._firstLength) || _firstForms != 0 && other._firstForms != 0)
            && (Crosses(_firstLetters, other._lastLetters) || Crosses(_lastLetters, other._firstLetters));
    }

    // One of the two names, in the other's field, has to be the same or nearly so.
    private static bool Crosses(ulong one, ulong other) => BitOperations.PopCount(one ^ other) <= 4;

    // The bound of Comparison.JaroWinkler.Most, without going to the words.
    private static bool Alike(ulong one, uint head, byte length, ulong other, uint otherHead, byte otherLength)
    {
        var common = Math.Min(length - BitOperations.PopCount(one & ~other), otherLength - BitOperations.PopCount(other & ~one));
        if (common <= 0) return false;
        var jaro = ((double)common / length + (double)common / otherLength + 1) / 3;
        var prefix = BitOperations.TrailingZeroCount(head ^ otherHead) / 8;
        return jaro + prefix * .1 * (1 - jaro) >= LeastLikeness;
    }

    private static uint Head(string text) => (byte)text[0] | (uint)(byte)text[1] << 8 | (uint)(byte)text[2] << 16 | (uint)(byte)text[3] << 24;

    private static ulong Bit(string text) => 1ul << (int)(Fingerprints.Mix(Fingerprints.Add(0, text)) & 63);
}
