using Signet.Contracts;
using Signet.Extraction;

namespace Signet.MailWorker.Drafts;

/// <summary>A draft as contacts stores it: values and evidence, none of the text that they came from.</summary>
internal static class DraftRequests
{
    public static CreateDraftRequest Of(ContactDraft draft) => new(
        SourceKind.Mail,
        [.. draft.Fields.Select(field => new CreateDraftField(field.Kind, field.Value, field.PhoneType, field.Confidence, field.Rule))]);
}
