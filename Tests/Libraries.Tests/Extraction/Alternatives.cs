using Signet.Contracts;
using Signet.Extraction;

namespace Signet.Tests.Extraction;

/// <summary>Readings that lost are offered beside the one that won.</summary>
public sealed class Alternatives
{
    [Fact]
    public void A_second_company_is_an_alternative()
    {
        var draft = Reading.Pasted("Erika Muster\nKupfer Handels GmbH\nein Unternehmen der Zinn Beteiligungen AG\nTel. +49 361 5550100");

        Assert.Equal(["Zinn Beteiligungen AG"], Of(draft, FieldKind.Company).Select(other => other.Value[^"Zinn Beteiligungen AG".Length..]));
    }

    [Fact]
    public void A_second_address_gives_alternatives_part_by_part()
    {
        var draft = Reading.Pasted("Erika Muster\nKupfer GmbH\nAm Markt 5, 99084 Erfurt\nHafenstraße 12, 24103 Kiel\nTel. +49 361 5550100");

        Assert.Equal("Erfurt", draft.Value(FieldKind.City));
        Assert.Equal("Kiel", Assert.Single(Of(draft, FieldKind.City)).Value);
        Assert.Equal("24103", Assert.Single(Of(draft, FieldKind.Postcode)).Value);
        Assert.Equal("Hafenstraße", Assert.Single(Of(draft, FieldKind.Street)).Value);
    }

    [Fact]
    public void Another_name_in_the_signature_is_an_alternative_to_the_headers()
    {
        var draft = Reading.Mail("Erika Muster <erika.muster@kupfer.example>", "Gruß\n\n-- \nOtto Beispiel\nKupfer GmbH\nTel. +49 361 5550100");

        Assert.Equal("Muster", draft.Value(FieldKind.LastName));
        Assert.Equal("Beispiel", Assert.Single(Of(draft, FieldKind.LastName)).Value);
    }

    [Fact]
    public void The_same_reading_twice_is_no_alternative()
    {
        var draft = Reading.Mail("Erika Muster <erika.muster@kupfer.example>", "Gruß\n\nErika Muster\nKupfer GmbH\nTel. +49 361 5550100\n\nKUPFER GMBH, Am Markt 5, 99084 Erfurt");

        Assert.All(draft.Fields, field => Assert.Empty(field.Alternatives));
    }

    [Fact]
    public void There_are_at_most_three_none_surer_than_the_field_and_each_points_into_the_text()
    {
        var draft = Reading.Pasted("Erika Muster\n" + string.Join('\n', Enumerable.Range(1, 9).Select(i => $"Kupfer{i} Werke{i} GmbH")) + "\nTel. +49 361 5550100");
        var company = draft.Fields.Single(field => field.Kind == FieldKind.Company);

        Assert.Equal(Limits.Alternatives, company.Alternatives.Count);
        Assert.All(company.Alternatives, other => Assert.True(other.Confidence <= company.Confidence));
        Assert.All(company.Alternatives, other => Assert.Equal(other.Value, draft.Text.Substring(other.Range!.Start, other.Range.Length)));
    }

    private static IReadOnlyList<DraftAlternative> Of(ContactDraft draft, FieldKind kind) => draft.Fields.Single(field => field.Kind == kind).Alternatives;
}
