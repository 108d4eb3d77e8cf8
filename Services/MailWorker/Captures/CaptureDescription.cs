using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Signet.Contracts;

namespace Signet.MailWorker.Captures;

/// <summary>What the signature of <see cref="CaptureMail"/> cannot show in the API document: its body, and an answer as an example.</summary>
internal static class CaptureDescription
{
    private const string Text = "From: Erika Muster <erika.muster@kupfer.example>\n\nBeste Grüße\n\nDr. Erika Muster\nKupfer GmbH\nTel. 0361 5550100";

    public static void AddTo(OpenApiOptions options) => options.AddOperationTransformer((operation, context, _) =>
    {
        if (context.Description.RelativePath == "api/v1/captures/mail") Complete(operation);
        return Task.CompletedTask;
    });

    private static void Complete(OpenApiOperation operation)
    {
        operation.RequestBody = new OpenApiRequestBody
        {
            Required = true,
            Description = "The mail as it was received, or text that holds a signature.",
            Content = new Dictionary<string, OpenApiMediaType>
            {
                ["message/rfc822"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String, Format = "binary" } },
                ["text/plain"] = new() { Schema = new OpenApiSchema { Type = JsonSchemaType.String }, Example = JsonValue.Create(Text[(Text.IndexOf("Dr.", StringComparison.Ordinal))..]) },
            },
        };
        foreach (var parameter in operation.Parameters?.OfType<OpenApiParameter>() ?? [])
        {
            parameter.Example = parameter.Name switch { "region" => JsonValue.Create("DE"), "language" => JsonValue.Create("de"), _ => null };
            if (parameter.Name != "Idempotency-Key") continue;
            parameter.Required = true;
            parameter.Description = "Chosen by the caller, new for each capture. Repeated with the same mail it gives the same draft; with another it is refused.";
        }

        if (operation.Responses?["201"].Content?["application/json"] is { } answer)
            answer.Example = JsonSerializer.SerializeToNode(Example(), JsonSerializerOptions.Web);
    }

    /// <summary>Made from the record itself, so it has the shape that answers have.</summary>
    private static CaptureResponse Example() => new(
        Id(0), "Angebot", new DateTimeOffset(2026, 11, 24, 8, 41, 0, TimeSpan.FromHours(1)), Text, RangeOf("Dr. Erika Muster\nKupfer GmbH\nTel. 0361 5550100"),
        [
            Field(1, FieldKind.FirstName, "Erika", "name.signature", .98, "Erika", "Dr. Erika Muster"),
            Field(2, FieldKind.LastName, "Muster", "name.signature", .98, "Muster", "Dr. Erika Muster"),
            Field(3, FieldKind.Company, "Kupfer GmbH", "company.legal-form", .97, "Kupfer GmbH", "Kupfer GmbH") with
            {
                Alternatives = [new("Kupfer", .55, "company.domain", null)],
            },
            Field(4, FieldKind.Phone, "+493615550100", "phone.label", .97, "0361 5550100", "Tel. 0361 5550100") with { PhoneType = PhoneType.Work },
            Field(5, FieldKind.Email, "erika.muster@kupfer.example", "email.header", .96, "erika.muster@kupfer.example", "From: Erika Muster <erika.muster@kupfer.example>"),
        ],
        [], "de");

    private static CapturedField Field(int number, FieldKind kind, string value, string rule, double confidence, string inText, string line) =>
        new(Id(number), kind, value, null, confidence, rule, RangeOf(inText), line);

    private static TextRange RangeOf(string part) => new(Text.LastIndexOf(part, StringComparison.Ordinal), part.Length);

    private static Guid Id(int number) => new($"01936000-0000-7000-8000-00000000000{number}");
}
