using System.Security.Cryptography;
using System.Text;
using Signet.Contracts;
using Signet.Web.Api;

namespace Signet.Web.Capture;

/// <summary>
/// What lies on the desk: mails that wait, the capture being checked, and what was done here. The text of a mail is nowhere else (P38):
/// it is in this memory only, and gone when the page is left.
/// </summary>
public sealed class CaptureDesk(SignetApi api, TimeProvider clock)
{
    /// <summary>The gateway's limit.</summary>
    public const long MailLimit = 25 * 1024 * 1024;

    private readonly Queue<(WaitingMail Mail, Guid Key)> waiting = new();
    private readonly List<CapturedItem> done = [];
    private (string Hash, Guid Key)? pasted;

    public event Action? Changed;

    public CaptureResponse? Current { get; private set; }

    public string? CurrentName { get; private set; }

    public TimeSpan CurrentTook { get; private set; }

    public bool Reading { get; private set; }

    /// <summary>Why a file was not read; shown where the person is looking.</summary>
    public CaptureRefusal? Refusal { get; private set; }

    public int WaitingCount => waiting.Count;

    public IReadOnlyList<CapturedItem> Done => done;

    /// <summary>Takes a dropped or chosen file. The first is read at once, the next ones wait until it is saved or discarded.</summary>
    public void Put(WaitingMail mail) => waiting.Enqueue((mail, NewKey()));

    public void Refuse(CaptureRefusal? refusal)
    {
        Refusal = refusal;
        Changed?.Invoke();
    }

    /// <summary>Reads the next waiting mail. Null when there is none or it was refused.</summary>
    public async Task<CaptureResponse?> NextAsync()
    {
        if (Current is not null || Reading || !waiting.TryDequeue(out var next)) return null;
        return await ReadAsync(next.Mail.Name, () => api.CaptureMailAsync(next.Mail.Content, next.Key), () => waiting.Enqueue(next));
    }

    /// <summary>Reads pasted text. The same text again after a failure is the same request.</summary>
    public async Task<CaptureResponse?> ReadTextAsync(string text)
    {
        // Its hash alone: the text stays in the page's own field.
        var hash = Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
        var key = pasted?.Hash == hash ? pasted.Value.Key : NewKey();
        pasted = (hash, key);
        var capture = await ReadAsync(null, () => api.CaptureTextAsync(text, key), null);
        // Answered either way: the next try is another request, and may be read by other settings.
        if (Refusal?.Problem.IsPassing != true) pasted = null;
        return capture;
    }

    public CaptureResponse? Find(Guid draftId) => Current?.DraftId == draftId ? Current : null;

    /// <summary>Saved or discarded: the text goes.</summary>
    public void Clear(Guid draftId)
    {
        if (Current?.DraftId == draftId) (Current, CurrentName) = (null, null);
        done.RemoveAll(item => item.DraftId == draftId && item.ContactId is null);
        Changed?.Invoke();
    }

    public void Saved(Guid draftId, SourceKind source, ContactResponse contact)
    {
        Clear(draftId);
        var company = contact.Fields.FirstOrDefault(field => field.Kind is FieldKind.Company)?.Value;
        done.Insert(0, new(source, contact.DisplayName, company, contact.CreatedAt, null, contact.Id));
        Changed?.Invoke();
    }

    private async Task<CaptureResponse?> ReadAsync(string? name, Func<Task<Answer<CaptureResponse>>> send, Action? again)
    {
        (Reading, Refusal) = (true, null);
        Changed?.Invoke();
        var started = clock.GetTimestamp();
        var answer = await send();
        Reading = false;
        if (answer.Value is { } capture)
        {
            (Current, CurrentName, CurrentTook) = (capture, name, clock.GetElapsedTime(started));
            done.Insert(0, ItemOf(capture));
        }
        else if (answer.Problem is { } problem)
        {
            Refusal = new(problem, name, again);
        }
        Changed?.Invoke();
        return answer.Value;
    }

    /// <summary>The Idempotency-Key of one capture: a repeated try must not make a second draft.</summary>
    private Guid NewKey() => Guid.CreateVersion7(clock.GetUtcNow());

    private CapturedItem ItemOf(CaptureResponse capture)
    {
        string? Value(FieldKind kind) => capture.Fields.FirstOrDefault(field => field.Kind == kind)?.Value;
        var name = string.Join(' ', new[] { Value(FieldKind.FirstName), Value(FieldKind.LastName) }.Where(part => part is not null));
        if (name.Length == 0) name = Value(FieldKind.Company) ?? Value(FieldKind.Email) ?? Value(FieldKind.Phone) ?? "";
        return new(SourceKind.Mail, name, Value(FieldKind.Company), clock.GetUtcNow(), capture.DraftId, null);
    }
}

/// <summary>A mail in memory, on its way to be read.</summary>
public sealed record WaitingMail(string Name, byte[] Content);

/// <summary>A file or text that could not be read.</summary>
/// <param name="Again">Puts it back, for a problem that passes.</param>
public sealed record CaptureRefusal(Problem Problem, string? FileName, Action? Again, long Size = 0);

/// <summary>A line of "captured just now": a draft that is still open, or a contact.</summary>
public sealed record CapturedItem(SourceKind Source, string Name, string? Company, DateTimeOffset At, Guid? DraftId, Guid? ContactId);
