using System.Security.Cryptography;

namespace Aspire.Hosting.ApplicationModel;

/// <summary>A random value. Letters that are mistaken for others (i, l, o) are left out, as are braces, which templates take for theirs.</summary>
public sealed class GenerateParameterDefault : ParameterDefault
{
    /// <summary>22 of these characters are worth 128 bits and more.</summary>
    public int MinLength { get; set; } = 22;

    public bool Lower { get; set; } = true;

    public bool Upper { get; set; } = true;

    public bool Numeric { get; set; } = true;

    public bool Special { get; set; } = true;

    public int MinLower { get; set; }

    public int MinUpper { get; set; }

    public int MinNumeric { get; set; }

    public int MinSpecial { get; set; }

    public override string GetDefaultValue()
    {
        var alphabet = "";
        var characters = new List<char>();
        Add(Lower, MinLower, "abcdefghjkmnpqrstuvwxyz");
        Add(Upper, MinUpper, "ABCDEFGHJKMNPQRSTUVWXYZ");
        Add(Numeric, MinNumeric, "0123456789");
        Add(Special, MinSpecial, "-_.~()*+!");
        if (alphabet.Length == 0) throw new InvalidOperationException("A generated value needs at least one kind of characters.");
        while (characters.Count < MinLength) characters.Add(alphabet[RandomNumberGenerator.GetInt32(alphabet.Length)]);
        var result = characters.ToArray();
        RandomNumberGenerator.Shuffle(result.AsSpan());
        return new(result);

        void Add(bool allowed, int least, string set)
        {
            if (!allowed && least > 0) throw new InvalidOperationException("A generated value cannot need characters that it may not have.");
            if (allowed) alphabet += set;
            for (var i = 0; i < least; i++) characters.Add(set[RandomNumberGenerator.GetInt32(set.Length)]);
        }
    }
}
