using System.Text;
using CsCheck;
using Signet.Benchmarks.Extraction.Synthetic;
using Signet.Contracts;
using Signet.Extraction;
using Signet.Extraction.Mail;
using Signet.Extraction.Text;

namespace Signet.Tests.Extraction;

/// <summary>No input breaks extraction, and none costs more than its length.</summary>
public sealed class HostileInput
{
    private static readonly bool IsLong = Environment.GetEnvironmentVariable("SIGNET_LONG") == "1";

    /// <summary>The same texts at every run, among them one that once broke the reading of streets; the long run takes new ones.</summary>
    private static readonly string? Seed = IsLong ? null : "1GcK5UaO8VO1";

    private static readonly Gen<string> Fragments = Gen.OneOf(
        Gen.String[0, 40],
        OneOf(
            "\n", "\r\n", "-- \n", "Best regards\n", "Mit freundlichen Grüßen\n", "Erika Muster", "Dr. ", "GmbH & Co. KG", "Tel. +49 711 5550100", "Fax: 0711/5550199-", " | ", "\t", "> ", "D-23966 Wismar",
            "Am 3.2.2025 schrieb X:\n", "From: a\nSent: b\nTo: c\nSubject: d\n", "www.example.org", "a@b.example", "@", "\0", "\u202e", "\ud800", "\udc00", "\uffff", "((((", "++++", "0000000000", "Пример", "例示名", "🙂", "____\n", "Geschäftsführer: ",
            "http://", "é", "e\u0301", ",,,", "://", "4331 XZ Middelburg", "Lubbock, TX 79401", "ext", "#", "x1", "P.O. Box"));

    [Fact]
    public void Any_text_gives_a_draft_whose_ranges_point_into_it() =>
        Gen.Select(Fragments.Array[0, 60], OneOf("Erika Muster", "Muster, Erika (X)", "\u202eevil", "", "🙂 a"), OneOf("erika.muster@kupfer.example", "@", "x", "", "a@b"))
            .Sample((parts, name, address) =>
            {
                var draft = ContactExtractor.Extract(new(new(name, address), null, null, string.Concat(parts)), new("DE"));
                Assert.All(draft.Fields, field => AssertSound(draft, field));
            }, seed: Seed, iter: 3000);

    [Fact]
    public void Any_bytes_are_read_or_refused_without_an_exception() =>
        Gen.Byte.Array[0, 400].Sample(bytes =>
        {
            using var stream = new MemoryStream(bytes);
            if (MailReader.Read(stream, CancellationToken.None) is { } mail) ContactExtractor.Extract(mail, new("DE"));
        }, seed: Seed, iter: 2000);

    [Theory]
    [InlineData("a")]
    [InlineData("1 ")]
    [InlineData("+49 711 5550100 ")]
    [InlineData("a@b.example ")]
    [InlineData("www.example.org ")]
    [InlineData("Erika Muster GmbH, ")]
    [InlineData("23966 Wismar, ")]
    [InlineData("Best regards\nErika Muster\nTel. 0711 5550100\n")]
    [InlineData("On 3 Feb 2025 a@b wrote\n")]
    [InlineData("-- \n")]
    [InlineData("> \n")]
    [InlineData("From: x\nTo: y\n")]
    [InlineData("(((((")]
    [InlineData("Geschäftsführer: A, B; ")]
    [InlineData("____\n\n")]
    [InlineData("HRB 4711, ")]
    [InlineData("DE112233446 ")]
    [InlineData("CHE-123.456.788 Amtsgericht Kiel ")]
    [InlineData("St. Louis, MO 63101, ")]
    [InlineData("Kupfer AG\n")]
    [InlineData("Erika Muster, Leiterin\n")]
    [InlineData("Tel.\t")]
    [InlineData("er schrieb am 3.2.2025:\n")]
    public void The_steps_grow_no_faster_than_the_text(string unit)
    {
        var small = Steps(Repeat(unit, 20_000));
        var large = Steps(Repeat(unit, 40_000));

        Assert.True(large <= small * 2.1 + 2_000, $"{small} steps for 20,000 characters, {large} for 40,000");
    }

    [Fact]
    public void Made_up_mails_that_were_damaged_are_read_without_an_exception()
    {
        var round = 0;
        foreach (var mail in MailMaker.Make(IsLong ? 40_000 : 400, seed: 1))
        {
            var bytes = Damage.Of(mail.Eml, round++);
            using var stream = new MemoryStream(bytes);
            if (MailReader.Read(stream, CancellationToken.None) is not { } content) continue;
            var draft = ContactExtractor.Extract(content, new("DE"));
            Assert.All(draft.Fields, field => AssertSound(draft, field));
        }
    }

    [Theory]
    [InlineData("--b\n\n")]
    [InlineData("a:b\n")]
    [InlineData("--b\nContent-Type: multipart/mixed; boundary=b\n\n")]
    public void Of_a_mail_of_millions_of_parts_or_headers_the_beginning_is_parsed(string unit)
    {
        var eml = Encoding.UTF8.GetBytes("From: Erika Muster <erika@kupfer.example>\nContent-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nErika Muster\nTel. +49 361 5550100\n" + Repeat(unit, 25_000_000));
        using var stream = new MemoryStream(eml);

        Assert.InRange(MailBounds.Of(stream), 1, Limits.MimeLines * (unit.Length + 4L));
        Assert.Contains("5550100", MailReader.Read(stream, CancellationToken.None)!.Body, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("From: ", "a@b,", Limits.HeaderBytes)]
    [InlineData("From : ", "a@b,", Limits.HeaderBytes)]
    [InlineData("From: ", "a@b,\n ", Limits.HeaderBytes)]
    [InlineData("To: ", "a@b,\r\n\t", Limits.HeaderBytes)]
    [InlineData("Content-Type: text/plain", ";a=b", Limits.HeaderBytes)]
    [InlineData("Content-Type: text/plain", ";\n a=b", Limits.HeaderBytes)]
    [InlineData("", "To: a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b,a@b\n", Limits.AllHeaderBytes)]
    public void Of_headers_of_many_megabytes_the_beginning_is_parsed(string begin, string unit, int limit)
    {
        const string head = "Subject: Test\n";
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes(head + begin + Repeat(unit, 25_000_000)));

        Assert.InRange(MailBounds.Of(stream), limit, limit + head.Length);
        Assert.NotNull(MailReader.Read(stream, CancellationToken.None));
    }

    [Theory]
    [InlineData("{\"key\":")]
    [InlineData("<style>p{margin:0}</style>")]
    [InlineData("See below")]
    public void A_long_line_of_a_body_is_no_header(string begin)
    {
        var eml = Encoding.UTF8.GetBytes($"From: a@b.example\nContent-Type: text/plain\n\n{begin}{new string('x', 1_000_000)}");
        using var stream = new MemoryStream(eml);

        Assert.Equal(eml.Length, MailBounds.Of(stream));
    }

    [Fact]
    public void A_mail_to_two_thousand_people_is_parsed_whole()
    {
        var to = string.Join(",\n ", Enumerable.Range(0, 2000).Select(i => $"Erika Muster <erika.muster{i}@kupfer.example>"));

        Assert.Contains("5550100", Reading.Eml($"From: a@b.example\nTo: {to}\n\nErika Muster\nTel. +49 361 5550100").Text, StringComparison.Ordinal);
    }

    [Fact]
    public void An_attachment_of_many_megabytes_is_parsed_whole()
    {
        var eml = Encoding.UTF8.GetBytes("From: a@b.example\nContent-Type: text/plain\n\n" + Repeat(new string('A', 76) + "\n", 20_000_000));
        using var stream = new MemoryStream(eml);

        Assert.Equal(eml.Length, MailBounds.Of(stream));
        Assert.Equal(0, stream.Position);
    }

    [Theory]
    [InlineData("\u0435rika@kupfer.example")]
    [InlineData("erika@kupfer.ex\u0430mple")]
    [InlineData("j\u00fcrgen@kupfer.example")]
    public void An_address_with_letters_of_another_script_is_not_cut_to_a_wrong_one(string address) => Assert.Empty(Reading.Pasted($"Erika Muster\nTel. +49 361 5550100\n{address}").Values(FieldKind.Email));

    [Theory]
    [InlineData("www.kupf\u0435r.example")]
    [InlineData("https://k\u03c5pfer.example/x")]
    public void A_host_of_mixed_scripts_is_no_website(string link) => Assert.Empty(Reading.Pasted($"Erika Muster\nTel. +49 361 5550100\n{link}").Values(FieldKind.Website));

    [Fact]
    public void A_host_of_one_script_is_one() => Assert.Single(Reading.Pasted("Erika Muster\nTel. +49 361 5550100\nwww.m\u00fcller.example").Values(FieldKind.Website));

    [Fact]
    public void A_name_of_mixed_scripts_is_none() => Assert.Null(Reading.Pasted("\u0415rika Muster\nTel. +49 361 5550100").Value(FieldKind.LastName));

    [Fact]
    public void A_line_of_ten_megabytes_is_looked_at_only_in_part() => Assert.True(Steps(new string('x', 10_000_000)) < 2_000_000);

    [Fact]
    public void A_thousand_numbers_give_a_few_fields()
    {
        var numbers = string.Join('\n', Enumerable.Range(0, 1000).Select(i => $"Tel. +49 711 555{i:D4}"));

        Assert.InRange(Reading.Pasted("Erika Muster\n" + numbers).Phones().Length, 1, Limits.ValuesPerKind);
    }

    [Fact]
    public void Direction_marks_and_nulls_are_in_no_value()
    {
        var draft = Reading.Mail("Erika Muster <erika.muster@kupfer.example>", "Gruß\n\n\u202eErika\u202c \u200fMuster\nKup\0fer Gm\u200bbH\nTel. +49\u2066 711 5550100");

        Assert.Equal("Kupfer GmbH", draft.Value(FieldKind.Company));
        Assert.All(draft.Fields, field => AssertSound(draft, field));
    }

    [Fact]
    public void A_page_of_a_hundred_thousand_nested_tables_is_read()
    {
        var html = string.Concat(Enumerable.Repeat("<table><tr><td><blockquote type=cite>", 100_000)) + "Tel. +49 711 5550100";

        Assert.NotNull(HtmlLines.Read(html));
    }

    [Theory]
    [InlineData("a{0}=b ")]
    [InlineData("href=b ")]
    [InlineData("class=quote ")]
    public void Of_a_tag_of_eighty_thousand_attributes_few_are_compared(string attribute)
    {
        var html = "<a " + string.Concat(Enumerable.Range(0, 80_000).Select(i => attribute.Replace("{0}", $"{i}", StringComparison.Ordinal))) + ">Text</a>";
        var steps = new StepCounter();

        Assert.Contains("Text", HtmlLines.Read(html, steps), StringComparison.Ordinal);
        Assert.InRange(steps.Count, 1, 50);
    }

    [Fact]
    public void Html_that_nobody_waits_for_is_not_read_on() =>
        Assert.Throws<OperationCanceledException>(() => HtmlLines.Read(Repeat("<p>", 100_000), cancellationToken: new(canceled: true)));

    [Fact]
    public void Of_many_html_parts_no_more_is_read_than_of_one()
    {
        var parts = Enumerable.Range(1, 10).Select(i => $"--b\nContent-Type: text/html\n\n{Repeat("<i>", 400_000)}Part {i}\n");
        using var stream = new MemoryStream(Encoding.UTF8.GetBytes("From: a@b.example\nContent-Type: multipart/mixed; boundary=b\n\n" + string.Concat(parts)));

        var body = MailReader.Read(stream, CancellationToken.None)!.Body;

        Assert.Contains("Part 2", body, StringComparison.Ordinal);
        Assert.DoesNotContain("Part 3", body, StringComparison.Ordinal);
    }

    [Fact]
    public void Parts_nested_a_thousand_deep_are_read_as_far_as_the_limit()
    {
        var eml = new StringBuilder("From: a@b.example\nMIME-Version: 1.0\n");
        for (var i = 0; i < 1000; i++) eml.Append(System.Globalization.CultureInfo.InvariantCulture, $"Content-Type: multipart/mixed; boundary=b{i}\n\n--b{i}\n");
        eml.Append("Content-Type: text/plain\n\nTel. +49 711 5550100\n");

        Assert.NotNull(Reading.Eml(eml.ToString()));
    }

    [Fact]
    public void Mails_within_mails_without_end_are_read()
    {
        var eml = new StringBuilder();
        for (var i = 0; i < 500; i++) eml.Append("From: a@b.example\nContent-Type: message/rfc822\n\n");

        Assert.NotNull(Reading.Eml(eml.ToString()));
    }

    [Theory]
    [InlineData("(")]
    [InlineData("a@b,")]
    [InlineData("\"")]
    [InlineData("<")]
    [InlineData("=?utf-8?q?a?= ")]
    [InlineData("x:;")]
    public void A_from_header_of_a_megabyte_is_read(string unit) => Assert.NotNull(Reading.Eml($"From: {Repeat(unit, 1_000_000)}\nSubject: x\n\nText"));

    private static Gen<string> OneOf(params string[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);

    private static long Steps(string text)
    {
        var steps = new StepCounter();
        ContactExtractor.Extract(new(new("Erika Muster", "erika.muster@kupfer.example"), null, null, text), new("DE"), steps);
        return steps.Count;
    }

    private static string Repeat(string unit, int length)
    {
        var text = new StringBuilder(length + unit.Length);
        while (text.Length < length) text.Append(unit);
        return text.ToString();
    }

    private static void AssertSound(ContactDraft draft, DraftField field)
    {
        Assert.InRange(field.Confidence, 0, 1);
        Assert.NotEmpty(field.Rule);
        Assert.InRange(field.Value.Length, 1, 512);
        Assert.DoesNotContain(field.Value, c => char.IsControl(c) || c is >= '\u202a' and <= '\u202e' or >= '\u2066' and <= '\u2069');
        Assert.True(field.Value.IsNormalized());
        if (field.Range is not { } range) return;
        Assert.InRange(range.Start, 0, draft.Text.Length);
        Assert.InRange(range.Length, 1, draft.Text.Length - range.Start);
        if (field.Kind is FieldKind.Phone or FieldKind.VatId or FieldKind.CommercialRegister)
            Assert.Contains(draft.Literal(field)!, char.IsAsciiDigit);
        else if (field.Kind is not (FieldKind.Country or FieldKind.Street))
            Assert.Equal(Folding.Key(field.Value), Folding.Key(draft.Literal(field)));
    }
}
