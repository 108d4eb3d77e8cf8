namespace Signet.Matching.Records;

/// <summary>
/// Remembers what was made of a text the last times: in a list of a million records most firms, cities and names come again and again. As many places as it has; a new text takes
/// the place of an old one. Safe for several threads, since what is made of a text is always the same.
/// </summary>
internal sealed class Memo<T>(Func<string, T> make)
{
    private const int Places = 1 << 15;
    private readonly Entry?[] _entries = new Entry?[Places];

    public T Of(string text)
    {
        ref var place = ref _entries[string.GetHashCode(text) & (Places - 1)];
        if (place is { } known && known.Text == text) return known.Value;
        var made = make(text);
        place = new(text, made);
        return made;
    }

    private sealed record Entry(string Text, T Value);
}
