using Signet.Contracts;

namespace Signet.Tests.Extraction;

/// <summary>Mails as people write them, from the From line to the draft.</summary>
public sealed class WholeMails
{
    [Fact]
    public void A_german_business_signature_is_read_whole()
    {
        var draft = Reading.Mail("Erika Musterfrau <erika.musterfrau@nordlicht-werke.example>", """
            Guten Tag Herr Beispiel,

            anbei das Angebot, wie besprochen.

            Mit freundlichen Grüßen

            i. A. Dr. Erika Musterfrau
            Leiterin Vertrieb

            Nordlicht Werke GmbH & Co. KG
            Hafenstraße 12a
            24103 Kiel
            Tel.: +49 431 5550100-12
            Fax: +49 431 5550100-99
            Mobil: 0171 5550123
            E-Mail: erika.musterfrau@nordlicht-werke.example
            www.nordlicht-werke.example

            Sitz der Gesellschaft: Kiel, Amtsgericht Kiel HRA 4711
            Geschäftsführer: Max Vorstand, Petra Prokura
            """);

        Assert.Equal("Dr.", draft.Value(FieldKind.AcademicTitle));
        Assert.Equal("Erika", draft.Value(FieldKind.FirstName));
        Assert.Equal("Musterfrau", draft.Value(FieldKind.LastName));
        Assert.Equal("Leiterin Vertrieb", draft.Value(FieldKind.JobTitle));
        Assert.Equal("Nordlicht Werke GmbH & Co. KG", draft.Value(FieldKind.Company));
        Assert.Equal("Hafenstraße", draft.Value(FieldKind.Street));
        Assert.Equal("12a", draft.Value(FieldKind.HouseNumber));
        Assert.Equal("24103", draft.Value(FieldKind.Postcode));
        Assert.Equal("Kiel", draft.Value(FieldKind.City));
        Assert.Equal([(PhoneType.Work, "+49431555010012"), (PhoneType.Fax, "+49431555010099"), (PhoneType.Mobile, "+491715550123")], draft.Phones());
        Assert.Equal(["erika.musterfrau@nordlicht-werke.example"], draft.Values(FieldKind.Email));
        Assert.Equal(["www.nordlicht-werke.example"], draft.Values(FieldKind.Website));
    }

    [Fact]
    public void An_executive_in_the_footer_is_never_the_contact()
    {
        var draft = Reading.Mail("Info <info@suedwind.example>", """
            Danke!

            --
            Südwind AG
            Bergweg 3, 80331 München
            Vorstand: Klaus Kapitän (Vorsitzender), Berta Buchhalter
            Aufsichtsratsvorsitzende: Anna Aufsicht
            """);

        Assert.Null(draft.Value(FieldKind.FirstName));
        Assert.DoesNotContain(draft.Fields, field => field.Value.Contains("Kapitän", StringComparison.Ordinal) || field.Value.Contains("Aufsicht", StringComparison.Ordinal));
        Assert.Equal("Südwind AG", draft.Value(FieldKind.Company));
    }

    [Fact]
    public void A_signature_that_only_somebody_else_quoted_gives_nothing_of_it()
    {
        var draft = Reading.Mail("\"Leser, Lena\" <lena.leser@westhafen.example>", """
            Sieht gut aus!

            -----Original Message-----
            From: Otto Anderer <otto@anderswo.example>
            Sent: Monday, February 3, 2025 8:00 AM
            To: Lena Leser
            Subject: Plan

            Bitte prüfen.

            --
            Otto Anderer
            Anderswo GmbH
            Tel. +49 30 5550100
            """);

        Assert.Equal("Lena", draft.Value(FieldKind.FirstName));
        Assert.Equal("Leser", draft.Value(FieldKind.LastName));
        Assert.Equal(["lena.leser@westhafen.example"], draft.Values(FieldKind.Email));
        Assert.Equal(3, draft.Fields.Count);
    }

    [Fact]
    public void An_american_signature_with_labels_behind_the_numbers_is_read()
    {
        var draft = Reading.Pasted("""
            Jane Q. Sample, CPA
            Senior Accountant
            Sample Ledger Services, Inc.
            200 Example Street, Suite 14
            Lubbock, TX 79401
            (713) 555-0142 office
            713.555.0143 fax
            jane.sample@sampleledger.example
            """, "US");

        Assert.Equal(("Jane", "Q.", "Sample", "CPA"), (draft.Value(FieldKind.FirstName), draft.Value(FieldKind.MiddleName), draft.Value(FieldKind.LastName), draft.Value(FieldKind.Suffix)));
        Assert.Equal("Senior Accountant", draft.Value(FieldKind.JobTitle));
        Assert.Equal("Sample Ledger Services, Inc.", draft.Value(FieldKind.Company));
        Assert.Equal(("79401", "Lubbock", "US"), (draft.Value(FieldKind.Postcode), draft.Value(FieldKind.City), draft.Value(FieldKind.Country)));
        Assert.Equal([(PhoneType.Work, "+17135550142"), (PhoneType.Fax, "+17135550143")], draft.Phones());
    }

    [Fact]
    public void A_french_signature_on_one_line_is_read()
    {
        var draft = Reading.Mail("Camille Exemple <camille.exemple@lumiere.example>", """
            Bonjour,

            C'est noté.

            Cordialement,
            Camille Exemple | Directrice commerciale
            Lumière SARL - 14, rue des Lilas - 69003 Lyon
            T: +33 4 72 55 01 00 | M: +33 6 12 34 56 78
            """, "FR");

        Assert.Equal(("Camille", "Exemple"), (draft.Value(FieldKind.FirstName), draft.Value(FieldKind.LastName)));
        Assert.Equal("Directrice commerciale", draft.Value(FieldKind.JobTitle));
        Assert.Equal("Lumière SARL", draft.Value(FieldKind.Company));
        Assert.Equal(("69003", "Lyon"), (draft.Value(FieldKind.Postcode), draft.Value(FieldKind.City)));
        Assert.Equal([(PhoneType.Work, "+33472550100"), (PhoneType.Mobile, "+33612345678")], draft.Phones());
    }

    [Fact]
    public void A_company_footer_below_the_quote_belongs_to_the_sender_when_it_names_the_domain()
    {
        var draft = Reading.Mail("Bernd Beispiel <b.beispiel@ostkraft.example>", """
            Passt.

            Gruß
            Bernd

            Am 03.02.2025 um 08:00 schrieb Otto Anderer <otto@anderswo.example>:
            > Bitte prüfen.
            > Otto Anderer
            > Anderswo GmbH

            ______________________________
            Ostkraft GmbH
            Lindenallee 7, 01067 Dresden
            Geschäftsführung: Heinz Chef
            """);

        Assert.Equal("Ostkraft GmbH", draft.Value(FieldKind.Company));
        Assert.Equal("01067", draft.Value(FieldKind.Postcode));
        Assert.Equal("Bernd", draft.Value(FieldKind.FirstName));
    }

    [Fact]
    public void A_footer_below_the_quote_of_somebody_elses_company_is_left_alone()
    {
        var draft = Reading.Mail("Bernd Beispiel <b.beispiel@ostkraft.example>", """
            Passt.

            -----Ursprüngliche Nachricht-----
            Von: Otto Anderer <otto@anderswo.example>
            Gesendet: Montag, 3. Februar 2025 08:00
            An: Bernd Beispiel
            Betreff: Plan

            Bitte prüfen.

            Anderswo GmbH
            Lindenallee 7, 01067 Dresden
            """);

        Assert.Null(draft.Value(FieldKind.Company));
        Assert.Null(draft.Value(FieldKind.Postcode));
    }

    [Fact]
    public void Boxes_and_columns_are_taken_apart()
    {
        var draft = Reading.Mail("Ida Idee <idee@kupfer.example>", """
            Bis dann

            --
            Kupfer e.K.                  | Ida Idee                    |
            Am Markt 5                   | https://www.kupfer.example  |
            99084 Erfurt, Germany        | Phone: +49-361-5550100      |
            Amtsgericht Jena, HRA 12345  | Fax:   +49-361-5550199      |
            """);

        Assert.Equal("Kupfer e.K.", draft.Value(FieldKind.Company));
        Assert.Equal(("Am Markt", "5", "99084", "Erfurt", "DE"), (draft.Value(FieldKind.Street), draft.Value(FieldKind.HouseNumber), draft.Value(FieldKind.Postcode), draft.Value(FieldKind.City), draft.Value(FieldKind.Country)));
        Assert.Equal([(PhoneType.Work, "+493615550100"), (PhoneType.Fax, "+493615550199")], draft.Phones());
    }

    [Fact]
    public void A_mail_through_a_list_gives_the_person_and_not_the_lists_address()
    {
        var draft = Reading.Mail("\"Meier, Mia via Users\" <users@lists.example.org>", """
            Thanks!

            Mia

            _______________________________________________
            Users mailing list
            users@lists.example.org
            """);

        Assert.Equal(("Mia", "Meier"), (draft.Value(FieldKind.FirstName), draft.Value(FieldKind.LastName)));
        Assert.Empty(draft.Values(FieldKind.Email));
    }

    [Fact]
    public void Registers_and_tax_numbers_are_no_phones()
    {
        var draft = Reading.Pasted("""
            Muster Handels GmbH
            HRB 123456, USt-IdNr. DE 123 456 789
            Steuernummer 123/4567/8901, WEEE-Reg.-Nr. DE 12345678
            IBAN DE02 1203 0000 0000 2020 51
            """);

        Assert.Empty(draft.Phones());
    }

    [Fact]
    public void Pasted_text_without_a_contact_gives_no_field() => Assert.Empty(Reading.Pasted("We should do this tomorrow, when it is warmer and you are back.").Fields);

    [Fact]
    public void A_company_above_the_name_belongs_to_the_signature()
    {
        var draft = Reading.Mail("Doris Voorbeeld <doris.voorbeeld@haven.example>", "Kunt u laten weten of de datum u schikt?\n\n\nHaven Techniek N.V.\nDoris Voorbeeld\nProjectleider\nT: +31 10 121 8669");

        Assert.Equal("Haven Techniek N.V.", draft.Value(FieldKind.Company));
    }

    [Fact]
    public void A_sentence_about_a_company_above_the_name_does_not() =>
        Assert.Null(Reading.Mail("Doris Voorbeeld <doris@voorbeeld.example>", "We have sent it to them and to the people of Haven Techniek N.V. in the spring.\n\nDoris Voorbeeld\nT: +31 10 121 8669").Value(FieldKind.Company));

    [Fact]
    public void A_quoted_signature_of_a_like_named_company_is_no_footer_of_the_senders()
    {
        var draft = Reading.Mail("Rita Esempio <rita@monte.example>", """
            Va bene!

            Rita Esempio

            Da: Bruno Altro <bruno@monteservizi.example>
            Inviato: martedì 16 marzo 2025
            A: Rita Esempio
            Oggetto: Piano

            Bruno Altro
            Monte Servizi S.r.l., Via Esempio 5, 10123 Torino
            bruno@monteservizi.example
            """);

        Assert.Null(draft.Value(FieldKind.Company));
        Assert.Null(draft.Value(FieldKind.City));
    }

    [Fact]
    public void The_function_of_somebody_else_is_not_the_senders()
    {
        var draft = Reading.Mail("Camille Exemple <camille@lumiere.example>", "Cordialement,\n\nCamille Exemple\nLumière SARL\nTél. +33 4 72 55 01 00\n\nPrésident : Paul Autre");

        Assert.Null(draft.Value(FieldKind.JobTitle));
        Assert.Equal("Exemple", draft.Value(FieldKind.LastName));
    }

    [Theory]
    [InlineData("Erika Muster, Inhaberin")]
    [InlineData("Erika Muster – Inhaberin")]
    [InlineData("Erika Muster\tInhaberin")]
    public void A_function_behind_the_name_is_no_given_name(string line)
    {
        var draft = Reading.Mail("Erika Muster <erika@muster.example>", $"Viele Grüße\n\n{line}\nTel. +49 361 5550100");

        Assert.Equal(("Erika", "Muster", "Inhaberin"), (draft.Value(FieldKind.FirstName), draft.Value(FieldKind.LastName), draft.Value(FieldKind.JobTitle)));
    }

    [Theory]
    [InlineData("www.kupfer-legal.example.com", true)]
    [InlineData("www.kupfer.example.com/legal/disclaimer", false)]
    [InlineData("https://kupfer.example.com/datenschutz", false)]
    [InlineData("https://kupfer.example.com/de/datenschutz.html", false)]
    [InlineData("https://lists.kupfer.example.com", false)]
    [InlineData("https://wishlists.example.com", true)]
    [InlineData("https://kupfer.example.com/legaltech", true)]
    [InlineData("https://kupfer-mailing.example.com", true)]
    public void A_link_to_the_small_print_is_no_website_but_a_firm_of_that_name_has_one(string link, bool isWebsite) =>
        Assert.Equal(isWebsite, Reading.Pasted($"Erika Muster\nTel. +49 361 5550100\n{link}").Values(FieldKind.Website).Length == 1);

    [Theory]
    [InlineData("https://www.linkedin.com/in/erika-legal")]
    [InlineData("https://www.linkedin.com/company/privacy")]
    [InlineData("https://www.xing.com/profile/Erika_Mailing")]
    public void A_profile_stays_one_whatever_its_path_says(string link) =>
        Assert.Equal([link], Reading.Pasted($"Erika Muster\nTel. +49 361 5550100\n{link}").Values(FieldKind.SocialProfile));

    [Theory]
    [InlineData("Muster Erika")]
    [InlineData("Erika Muster")]
    public void A_signature_in_order_is_not_turned_round_by_a_header_that_has_the_surname_first(string header)
    {
        var draft = Reading.Mail($"{header} <em@kupfer.example>", "Viele Grüße\n\nErika Muster\nTel. +49 361 5550100");

        Assert.Equal(("Erika", "Muster"), (draft.Value(FieldKind.FirstName), draft.Value(FieldKind.LastName)));
    }

    [Fact]
    public void A_signature_with_the_surname_first_is_put_right_by_the_header()
    {
        var draft = Reading.Mail("Erika Muster <erika.muster@kupfer.example>", "Viele Grüße\n\nMUSTER Erika\nTel. +49 361 5550100");

        Assert.Equal(("Erika", "Muster"), (draft.Value(FieldKind.FirstName), draft.Value(FieldKind.LastName)));
    }

    [Fact]
    public void A_street_beside_a_labelled_address_of_the_next_column_is_found()
    {
        var draft = Reading.Mail("Camille Exemple <camille@lumiere.example>", """
            Cordialement

            Camille Exemple           Tél : 04 72 55 01 00
            Lumière SARL              Mobile : 06 12 34 56 78
            7 avenue du Tilleul       Mail : camille@lumiere.example
            69003 Lyon                www.lumiere.example
            """, "FR");

        Assert.Equal(("avenue du Tilleul", "69003", "Lyon"), (draft.Value(FieldKind.Street), draft.Value(FieldKind.Postcode), draft.Value(FieldKind.City)));
        Assert.Equal([(PhoneType.Work, "+33472550100"), (PhoneType.Mobile, "+33612345678")], draft.Phones());
    }

    [Fact]
    public void A_long_line_of_many_parts_is_read_whole()
    {
        var draft = Reading.Mail("Camille Exemple <camille@lumiere.example>", """
            Cordialement

            Camille Exemple
            Téléphone: +33-4-72-55-01-00 // Standard: +33-4-72-55-01-01 // Télécopie: +33 4 72 55 01 02 // Portable: +33 6 12 34 56 78 // E-mail: camille@lumiere.example // www.lumiere.example
            """, "FR");

        Assert.Equal(4, draft.Phones().Length);
        Assert.Single(draft.Values(FieldKind.Website));
    }

    [Theory]
    [InlineData("Erika Muster, Head of Sales", "Head of Sales")]
    [InlineData("Prof. Dr. Erika Muster\nHead of Sales", "Head of Sales")]
    [InlineData("Prof. Dr. Erika Muster", null)]
    public void A_pasted_signature_tells_the_name_from_the_function(string lines, string? title)
    {
        var draft = Reading.Pasted($"{lines}\nKupfer GmbH\nTel. +49 361 5550100");

        Assert.Equal(("Erika", "Muster", title), (draft.Value(FieldKind.FirstName), draft.Value(FieldKind.LastName), draft.Value(FieldKind.JobTitle)));
    }

    [Fact]
    public void Particulars_below_a_pasted_signature_do_not_take_its_place()
    {
        var draft = Reading.Pasted("Erika Muster\nKupfer GmbH\nTel. +49 361 5550100\n\nWir bauen Zukunft.\n\nSitz der Gesellschaft: Erfurt\nAmtsgericht Jena HRB 4711\nGeschäftsführer: Max Vorstand, Petra Prokura\nAufsichtsratsvorsitzende: Anna Aufsicht");

        Assert.Equal(("Muster", "Amtsgericht Jena, HRB 4711"), (draft.Value(FieldKind.LastName), draft.Value(FieldKind.CommercialRegister)));
    }

    [Theory]
    [InlineData("Büro Bürgermeisterin <office@kupferstadt.example>")]
    [InlineData("Rechnungswesen <office@kupferstadt.example>")]
    [InlineData("Notariat Dr. Otto Beispiel <office@kupferstadt.example>")]
    public void A_header_that_names_an_office_gives_way_to_who_signs(string from)
    {
        var draft = Reading.Mail(from, "Guten Tag,\n\ngerne.\n\nMit freundlichen Grüßen\n\ni. A. Erika Muster\nAssistentin\n\nKupferstadt Verwaltung\nHauptplatz 1\n99084 Erfurt\nTel. 0361 5550100");

        Assert.Equal(("Erika", "Muster"), (draft.Value(FieldKind.FirstName), draft.Value(FieldKind.LastName)));
    }

    [Fact]
    public void A_header_of_one_given_name_is_a_given_name()
    {
        var draft = Reading.Mail("Erika <erika@postfach.example>", "Bin Sonntag nicht da.\n\nLiebe Grüße\nErika");

        Assert.Equal(("Erika", null), (draft.Value(FieldKind.FirstName), draft.Value(FieldKind.LastName)));
    }

    [Fact]
    public void Who_signed_a_patch_off_is_no_company() =>
        Assert.Null(Reading.Mail("Erika Muster <erika@muster.example>", "Coalesce timers.\n\nSigned-off-by: Erika Muster <erika@muster.example>\n---\n timer.c | 2 +-\n").Value(FieldKind.Company));
}
