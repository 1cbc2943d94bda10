using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Jobs;
using AraWeb.Live;
using AraWeb.Tests.Shared;
using AraWeb.Tests.Web.Api;

namespace AraWeb.Tests.Web.Jobs;

public sealed class ResolveForecastsJobTests
{
    private readonly ManualTime _time = new();
    private readonly MemoryBars _bars = new();
    private readonly MemoryLedger _ledger = new();
    private readonly RecordingFeed _feed = new();

    [Fact]
    public async Task RunAsync_BarHasCome_ScoresAndTellsThePages()
    {
        var monday = new DateOnly(2026, 11, 16);
        _bars.Add("BTCUSD", AssetClass.Crypto, monday, 3);
        Freeze("BTCUSD", new DateTimeOffset(monday, TimeOnly.MinValue, TimeSpan.Zero), days: 5);
        var job = new ResolveForecastsJob(new LedgerResolver(_ledger, _bars, _time), _feed, _time);

        var outcome = await job.RunAsync(new JobContext((_, _, _) => { }, CancellationToken.None));

        Assert.Equal("2 outcomes of 1 series.", outcome.Message);
        Assert.Equal("BTCUSD", Assert.Single(_feed.Symbols(ChangeKind.Outcome)));
        Assert.Equal(101, _ledger.Entries[0].Horizons[0].Outcome!.Close);
        Assert.Null(_ledger.Entries[0].Horizons[2].Outcome);
    }

    [Fact]
    public async Task RunAsync_NothingDue_SaysNothing()
    {
        var job = new ResolveForecastsJob(new LedgerResolver(_ledger, _bars, _time), _feed, _time);

        Assert.Same(JobOutcome.Nothing, await job.RunAsync(new JobContext((_, _, _) => { }, CancellationToken.None)));
        Assert.Empty(_feed.Changes);
    }

    private void Freeze(string symbol, DateTimeOffset lastBar, int days)
    {
        var returns = new Quantiles([-0.04, -0.03, -0.02, -0.01, 0, 0.01, 0.02, 0.03, 0.04]);
        _ledger.Entries.Add(new ForecastEntry(
            Guid.CreateVersion7(lastBar),
            Symbol.Parse(symbol),
            Timeframe.OneDay,
            lastBar.AddDays(1),
            lastBar,
            100,
            new Provenance("csv", IsSimulated: false, lastBar.AddDays(1), 1, "fake 1", "00", []),
            [.. Enumerable.Range(1, days).Select(day => new FrozenHorizon(day, lastBar.AddDays(day), returns, 0, 0.5, Outcome: null))]));
    }
}
