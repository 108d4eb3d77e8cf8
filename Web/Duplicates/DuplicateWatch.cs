using Signet.Contracts;
using Signet.Web.Api;
using Signet.Web.Fields;
using Signet.Web.Shell;

namespace Signet.Web.Duplicates;

/// <summary>
/// Which contacts the fields on the page may describe already. Asked again a moment after the last change; a question that is no longer the newest is
/// given up. It never speaks of failures: it is a hint, and saving does not need it.
/// </summary>
/// <param name="changed">The candidates are others now.</param>
public sealed class DuplicateWatch(SignetApi api, Session session, TimeProvider clock, Action changed) : IDisposable
{
    /// <summary>As long as somebody who types leaves between two keys, and a little more.</summary>
    public static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(400);

    private FieldSheet? sheet;
    private Guid? except;
    private IReadOnlyList<DuplicateCandidate> known = [];
    private IReadOnlyList<DuplicateField> begun = [], asked = [];
    private CancellationTokenSource? asking;

    public IReadOnlyList<DuplicateCandidate> Candidates { get; private set; } = [];

    /// <summary>Watches these fields from now on.</summary>
    /// <param name="known">What the server has said of them as they are now.</param>
    /// <param name="except">The contact that is being edited.</param>
    public void Begin(FieldSheet sheet, IReadOnlyList<DuplicateCandidate> known, Guid? except = null)
    {
        Stop();
        (this.sheet, this.known, this.except) = (sheet, known, except);
        begun = asked = sheet.Telling();
        Candidates = known;
        sheet.Changed += Look;
    }

    public void Dispose() => Stop();

    private void Stop()
    {
        if (sheet is not null) sheet.Changed -= Look;
        GiveUp();
    }

    private void Look()
    {
        var fields = sheet!.Telling();
        if (fields.SequenceEqual(asked)) return;
        GiveUp();
        asked = fields;
        if (fields.SequenceEqual(begun)) Show(known);
        else if (!fields.Any(Names)) Show([]);
        else _ = AskAsync(fields, (asking = new CancellationTokenSource()).Token);
    }

    private async Task AskAsync(IReadOnlyList<DuplicateField> fields, CancellationToken newer)
    {
        try
        {
            await Task.Delay(Pause, clock, newer);
            await session.EnsureAsync();
            if (newer.IsCancellationRequested || !session.May(Permissions.ContactsRead)) return;
            var answer = await api.DuplicatesAsync(new(fields, except), newer);
            if (!newer.IsCancellationRequested) Show(answer.Value?.Candidates ?? [.. Candidates.Where(candidate => StillHolds(candidate, fields))]);
        }
        catch (OperationCanceledException) when (newer.IsCancellationRequested)
        {
            // Something newer was typed, or the page was left.
        }
    }

    private void GiveUp()
    {
        asking?.Cancel();
        asking?.Dispose();
        asking = null;
    }

    private void Show(IReadOnlyList<DuplicateCandidate> candidates)
    {
        Candidates = candidates;
        changed();
    }

    /// <summary>Enough to look for: a first name or a town alone is everybody's.</summary>
    private static bool Names(DuplicateField field) => field.Kind is FieldKind.LastName or FieldKind.Company or FieldKind.Email or FieldKind.Phone;

    /// <summary>Without an answer, what was said before is true as long as every value that speaks for it is still there.</summary>
    private static bool StillHolds(DuplicateCandidate candidate, IReadOnlyList<DuplicateField> fields) =>
        candidate.Reasons.All(reason => reason.Bits <= 0 || reason.Given is null || fields.Any(field => field.Value == reason.Given));
}
