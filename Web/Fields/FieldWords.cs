using Microsoft.Extensions.Localization;
using Signet.Contracts;
using Signet.Web.Shell;

namespace Signet.Web.Fields;

/// <summary>Every word about fields: their names, groups, sources and the rules that read them.</summary>
public sealed class FieldWords(IStringLocalizer<Texts> texts, Formats formats, Browser browser)
{
    public enum Group { Person, Reach, Company }

    /// <summary>In the order of the page.</summary>
    public static readonly IReadOnlyList<FieldKind> Order =
    [
        FieldKind.Salutation, FieldKind.AcademicTitle, FieldKind.FirstName, FieldKind.MiddleName, FieldKind.LastName, FieldKind.Suffix, FieldKind.JobTitle, FieldKind.Department,
        FieldKind.Email, FieldKind.Phone, FieldKind.Website, FieldKind.SocialProfile,
        FieldKind.Company, FieldKind.Street, FieldKind.HouseNumber, FieldKind.PoBox, FieldKind.Postcode, FieldKind.City, FieldKind.Region, FieldKind.Country, FieldKind.VatId, FieldKind.CommercialRegister,
    ];

    /// <summary>In which a mail may name a country.</summary>
    private static readonly string[] LanguagesOfMails = ["de", "en", "fr", "it", "es", "nl"];

    /// <summary>A contact may have several of these, one of the others.</summary>
    public static bool IsMany(FieldKind kind) => kind is FieldKind.Email or FieldKind.Phone or FieldKind.Website or FieldKind.SocialProfile;

    /// <summary>What duplicates are found by: a position or a website says nothing about who it is.</summary>
    public static bool Tells(FieldKind kind) =>
        kind is FieldKind.Salutation or FieldKind.AcademicTitle or FieldKind.FirstName or FieldKind.LastName or FieldKind.Company or FieldKind.Email or FieldKind.Phone
            or FieldKind.Street or FieldKind.HouseNumber or FieldKind.Postcode or FieldKind.City or FieldKind.Region or FieldKind.Country;

    private static readonly Dictionary<FieldKind, int> Positions = Order.Select((kind, index) => (kind, index)).ToDictionary(pair => pair.kind, pair => pair.index);

    public static int Position(FieldKind kind) => Positions[kind];

    public static Group GroupOf(FieldKind kind) => Position(kind) switch { < 8 => Group.Person, < 12 => Group.Reach, _ => Group.Company };

    public static int MaxLength(FieldKind kind) => kind switch
    {
        FieldKind.FirstName or FieldKind.MiddleName or FieldKind.LastName => 128,
        FieldKind.Website or FieldKind.SocialProfile => 512,
        _ => 256,
    };

    public static string IconOf(SourceKind kind) => kind switch
    {
        SourceKind.Mail => Icons.Mail,
        SourceKind.Card => Icons.Card,
        SourceKind.Import => Icons.Import,
        SourceKind.Crm => Icons.Crm,
        SourceKind.Api => Icons.Api,
        _ => Icons.Hand,
    };

    public string GroupName(Group group) => texts[$"Group_{group}"];

    /// <summary>"Name", "Address": lines that join several fields.</summary>
    public string Line(string key) => texts[$"Line_{key}"];

    public string Name(FieldKind kind) => texts[$"Field_{kind}"];

    public string Name(FieldKind kind, PhoneType? type) => kind is FieldKind.Phone ? PhoneName(type) : Name(kind);

    public string PhoneName(PhoneType? type) => texts[$"Phone_{type?.ToString() ?? "Unknown"}"];

    public string SourceName(SourceKind kind) => texts[$"Source_{kind}"];

    /// <summary>A value as it is read: phones in international format, countries by name.</summary>
    public string Shown(FieldKind kind, string value) => kind switch
    {
        FieldKind.Phone => browser.Phone(value, texts["Extension"]),
        FieldKind.Country => browser.Country(value),
        FieldKind.Website or FieldKind.SocialProfile => Bare(value),
        _ => value,
    };

    /// <summary>What a person typed, in the form that is stored.</summary>
    public string Stored(FieldKind kind, string typed, string country) => kind is FieldKind.Phone ? browser.Dialable(typed, country) : typed;

    /// <summary>What a person has selected in a text, in the form that the field shows; null when it cannot be that.</summary>
    public string? Selected(FieldKind kind, string text, string country) => kind switch
    {
        FieldKind.Phone => Shown(kind, Stored(kind, text, country)),
        FieldKind.Country => IsoCodes.Regions.Contains(text) ? text : browser.CountryNamed(text, LanguagesOfMails),
        _ => text,
    };

    private static string Bare(string address)
    {
        var scheme = address.IndexOf("://", StringComparison.Ordinal);
        return (scheme is > 0 and < 8 ? address[(scheme + 3)..] : address).TrimEnd('/');
    }

    /// <summary>The rule in words; unknown ones are described by what they read.</summary>
    public string Rule(string? rule)
    {
        if (string.IsNullOrEmpty(rule)) return "";
        var word = texts[$"Rule_{rule}"];
        return word.ResourceNotFound ? texts["Rule_other"] : word.Value;
    }

    /// <summary>What a person has to look at before this reading can be believed.</summary>
    public string WhatToCheck(FieldKind kind, string? rule)
    {
        var word = texts[$"Check_{rule}"];
        if (!word.ResourceNotFound) return word.Value;
        word = texts[$"Check_{kind}"];
        return word.ResourceNotFound ? texts["Check_other"] : word.Value;
    }

    /// <summary>"Mail, 24 November 2026, 97%": the whole source of a stored value.</summary>
    public string Describe(FieldSource source)
    {
        var text = $"{SourceName(source.Kind)}, {formats.Date(source.CapturedAt)}";
        if (source.Kind is SourceKind.Hand) return text;
        return $"{text}, {formats.Percent(source.Confidence)}" + (Rule(source.Rule) is { Length: > 0 } rule ? $". {rule}" : "");
    }
}
