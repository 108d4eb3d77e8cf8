using Signet.CrmConnector.Exports;

namespace Signet.Services.Tests.CrmConnector;

public sealed class ExportRecordTests
{
    private static readonly DateTimeOffset _now = new(2026, 11, 24, 12, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Nothing_is_sent_twice_without_asking_the_crm_in_between()
    {
        var export = Prepared();

        Assert.True(export.TrySend(_now));
        Assert.False(export.TrySend(_now));
        Assert.True(export.TryPrepareAgain());
        Assert.True(export.TrySend(_now));
    }

    [Fact]
    public void What_was_never_sent_cannot_have_arrived()
    {
        var export = Prepared();

        Assert.False(export.TrySettle("Contact", "1", null, [1], _now));
        Assert.False(export.TryRefuse(null, _now));
        Assert.Equal(ExportState.Prepared, export.State);
        Assert.Equal(1, export.Version);
    }

    [Fact]
    public void What_is_over_stays_as_it_is()
    {
        var export = Prepared();
        export.TrySend(_now);
        Assert.True(export.TrySettle("Contact", "1", "7", [1], _now));

        Assert.False(export.TrySend(_now));
        Assert.False(export.TryPrepareAgain());
        Assert.False(export.TryRefuse(null, _now));
        Assert.Equal(("Contact", "1", "7"), (export.RecordType, export.RecordId, export.RecordVersion));
        Assert.Equal(3, export.Version);
    }

    private static ExportRecord Prepared() => ExportRecord.Prepare(
        Guid.CreateVersion7(_now), Guid.CreateVersion7(_now), 4, Guid.CreateVersion7(_now), "carddav", Guid.CreateVersion7(_now), _now);
}
