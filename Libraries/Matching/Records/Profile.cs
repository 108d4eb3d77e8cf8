namespace Signet.Matching.Records;

/// <summary>A record as it is compared: normalised, taken apart, every value a term that knows how common it is.</summary>
public sealed class Profile
{
    internal Profile(string id) => Id = id;

    public string Id { get; }

    /// <summary>Names a person.</summary>
    public bool IsPerson => First is not null || Last is not null;

    /// <summary>Names a company and nobody.</summary>
    public bool IsCompany => !IsPerson && Company is not null;

    /// <summary>A number of the values as they were written, in whatever order: equal records have equal numbers.</summary>
    internal ulong Fingerprint { get; init; }

    /// <summary>All given names, joined.</summary>
    internal Term? First { get; init; }

    internal Term[] FirstWords { get; init; } = [];

    internal Term? FirstInitial { get; init; }

    internal Term? Country { get; init; }

    /// <summary>The given name, counted among the records of the country.</summary>
    internal Term? FirstInCountry { get; init; }

    internal Term? LastInCountry { get; init; }

    /// <summary>All family names without particles, joined.</summary>
    internal Term? Last { get; init; }

    internal Term[] LastWords { get; init; } = [];

    internal CompanyName? Company { get; init; }

    internal Email[] Emails { get; init; } = [];

    internal Phone[] Phones { get; init; } = [];

    internal Street[] Streets { get; init; } = [];

    internal Term? HouseNumber { get; init; }

    internal Term? Postcode { get; init; }

    internal Term? City { get; init; }

    internal Term? Region { get; init; }

    internal Term? Address { get; init; }

    internal Term? BirthDate { get; init; }

    internal Term? BirthYear { get; init; }

    internal Normalisation.BirthDate Birth { get; init; }

    internal Term[] Others { get; init; } = [];

    /// <summary>1 for a man, 2 for a woman by the salutation, 0 when nothing says so.</summary>
    internal byte Gender { get; init; }
}

/// <summary>A company's name without legal form.</summary>
internal sealed record CompanyName(Term Whole, Term[] Words);

/// <param name="Name">What stands before the "@"; null for a mailbox of an office.</param>
/// <param name="Domain">Null for a provider's.</param>
/// <param name="Owner">The company's name as far as the domain has it.</param>
internal sealed record Email(Term Whole, Term? Name, Term? Domain, bool IsRole, string Owner);

/// <param name="Stem">Null for a mobile number: its neighbours belong to strangers.</param>
internal sealed record Phone(Term Number, Term? Stem, int CallingCode, bool IsMobile);

/// <param name="Words">For streets of which one has more words ("near …").</param>
internal sealed record Street(Term Name, string[] Words);
