using Microsoft.Extensions.Localization;
using MudBlazor;
using Signet.Contracts;
using Signet.Web.Api;
using Signet.Web.Shell;

namespace Signet.Web.Contacts;

/// <summary>Deletes a contact after asking: it goes into the trash for 30 days, but this page cannot bring it back.</summary>
public sealed class ContactDeletion(SignetApi api, IDialogService dialogs, ContactTable table, Session session, Toasts toasts, IStringLocalizer<Texts> texts)
{
    /// <summary>Whether it is gone, or why not; neither when the person said no.</summary>
    public async Task<(bool Gone, Problem? Problem)> AskAsync(ContactResponse contact)
    {
        if (!await ConfirmDialog.AskAsync(dialogs, texts["Delete_Title", contact.DisplayName], texts["Delete_Text"], texts["Delete"])) return (false, null);
        var answer = await api.DeleteContactAsync(contact.Id, contact.Version);
        if (answer.Problem is { Status: not 404 } problem) return (false, problem);
        table.Remove(contact.Id);
        toasts.Show(texts["Deleted", contact.DisplayName]);
        _ = session.RefreshListsAsync();
        return (true, null);
    }
}
