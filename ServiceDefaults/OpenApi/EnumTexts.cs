using System.Reflection;
using System.Text.Json.Serialization;
using System.Xml.Linq;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;

namespace Signet.ServiceDefaults;

/// <summary>Says in a document what each member of an enum means: in the words of its comment, under its name on the wire.</summary>
internal sealed class EnumTexts : IOpenApiSchemaTransformer
{
    private readonly Dictionary<Assembly, Dictionary<string, string>> comments = [];

    public Task TransformAsync(OpenApiSchema schema, OpenApiSchemaTransformerContext context, CancellationToken cancellationToken)
    {
        var type = Nullable.GetUnderlyingType(context.JsonTypeInfo.Type) ?? context.JsonTypeInfo.Type;
        if (type.IsEnum && MembersOf(type) is { Length: > 0 } members) schema.Description = $"{schema.Description}\n\n{members}".TrimStart();
        return Task.CompletedTask;
    }

    private string MembersOf(Type type)
    {
        var texts = CommentsOf(type.Assembly);
        return string.Join('\n', type.GetFields(BindingFlags.Public | BindingFlags.Static)
            .Select(member => (Name: member.GetCustomAttribute<JsonStringEnumMemberNameAttribute>()?.Name ?? member.Name, Text: texts.GetValueOrDefault($"F:{type.FullName}.{member.Name}")))
            .Where(member => member.Text is not null)
            .Select(member => $"* `{member.Name}`: {member.Text}"));
    }

    /// <summary>The compiler writes the comments beside the assembly. They are there while the document is made, which is during a build.</summary>
    private Dictionary<string, string> CommentsOf(Assembly assembly)
    {
        if (comments.TryGetValue(assembly, out var known)) return known;
        var file = Path.ChangeExtension(assembly.Location, "xml");
        return comments[assembly] = !File.Exists(file) ? [] : XDocument.Load(file).Descendants("member")
            .Where(member => member.Element("summary") is not null)
            .ToDictionary(member => member.Attribute("name")!.Value, member => member.Element("summary")!.Value.Trim(), StringComparer.Ordinal);
    }
}
