using AraWeb.Configuration;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction;
using AraWeb.Jobs;
using AraWeb.Live;
using AraWeb.Tests.Shared;
using AraWeb.Tests.Web.Api;
using Microsoft.Extensions.Options;

namespace AraWeb.Tests.Web.Jobs;

/// <summary>The time is Friday 2026-11-20 12:00 UTC: the newest finished daily bar of a coin is that of Thursday.</summary>
public sealed class PredictWatchlistJobTests
{
    private static readonly DateOnly Monday = new(2026, 11, 16);

    private readonly ManualTime _time = new();
    private readonly MemoryBars _bars = new();
    private readonly MemoryLedger _ledger = new();
    private readonly RecordingFeed _feed = new();
    private readonly JobsOptions _options = new();
    private readonly FakePredictor _predictor;

    public PredictWatchlistJobTests() => _predictor = new FakePredictor(_bars);

    [Fact]
    public async Task RunAsync_NewBar_ForecastsAllHorizonsOnceAndTellsThePages()
    {
        _bars.Add("BTCUSD", AssetClass.Crypto, Monday, 4);
        var job = Job();

        var outcome = await job.RunAsync(Context());
        Assert.Equal("1 forecast.", outcome.Message);
        Assert.Equal(Horizon.Max, Assert.Single(_predictor.Requests).Horizon.Bars);
        Assert.Equal("BTCUSD", Assert.Single(_feed.Symbols(ChangeKind.Forecast)));
        Assert.Same(JobOutcome.Nothing, await job.RunAsync(Context()));

        _time.Advance(TimeSpan.FromDays(1));
        _bars.Add("BTCUSD", AssetClass.Crypto, Monday, 5);
        await job.RunAsync(Context());
        Assert.Equal(2, _predictor.Requests.Count);
    }

    [Fact]
    public async Task RunAsync_SeriesThatEndedLongAgo_IsPassedOver()
    {
        _bars.Add("OLD", AssetClass.Crypto, Monday.AddDays(-30), 4);

        Assert.Same(JobOutcome.Nothing, await Job().RunAsync(Context()));
        Assert.Empty(_predictor.Requests);
    }

    [Fact]
    public async Task RunAsync_Watchlist_ForecastsOnlyThose()
    {
        _bars.Add("BTCUSD", AssetClass.Crypto, Monday, 4).Add("ETHUSD", AssetClass.Crypto, Monday, 4);
        _options.Watchlist = "ethusd, LTCUSD";

        await Job().RunAsync(Context());

        Assert.Equal("ETHUSD", Assert.Single(_predictor.Requests).Symbol.Text);
    }

    [Fact]
    public async Task RunAsync_Timeframes_LongestFirstAndNoOthers()
    {
        var noon = _time.GetUtcNow();
        _bars.Add("A", AssetClass.Crypto, Timeframe.OneHour, noon.AddHours(-4), 4)
            .Add("B", AssetClass.Crypto, Monday, 4)
            .Add("C", AssetClass.Crypto, Timeframe.OneMinute, noon.AddMinutes(-4), 4);

        await Job().RunAsync(Context());

        Assert.Equal([Timeframe.OneDay, Timeframe.OneHour], _predictor.Requests.Select(request => request.Timeframe));
    }

    [Theory]
    [InlineData(ForecastModel.Version, 0)]
    [InlineData("older-model", 1)]
    public async Task RunAsync_BarIsInTheLedger_ForecastsOnlyForANewModel(string version, int requests)
    {
        _bars.Add("BTCUSD", AssetClass.Crypto, Monday, 4);
        var newest = new DateTimeOffset(Monday.AddDays(3), TimeOnly.MinValue, TimeSpan.Zero);
        var provenance = new Provenance("csv", IsSimulated: false, newest.AddDays(1), 4, version, "00", []);
        _ledger.Entries.Add(new ForecastEntry(
            Guid.CreateVersion7(newest), Symbol.Parse("BTCUSD"), Timeframe.OneDay, newest.AddDays(1), newest, 103, provenance, []));

        await Job().RunAsync(Context());

        Assert.Equal(requests, _predictor.Requests.Count);
    }

    [Fact]
    public async Task RunAsync_TooFewBars_NamesTheSeriesOnceAndForecastsTheOthers()
    {
        _bars.Add("BTCUSD", AssetClass.Crypto, Monday, 4).Add("NEW", AssetClass.Crypto, Monday.AddDays(3), 1);
        var job = Job();

        var outcome = await job.RunAsync(Context());
        Assert.Equal((true, "1 forecast."), (outcome.ChangedSomething, outcome.Message));
        Assert.StartsWith("NEW 1d: ", outcome.Error, StringComparison.Ordinal);

        Assert.Same(JobOutcome.Nothing, await job.RunAsync(Context()));
    }

    [Fact]
    public async Task RunAsync_LedgerUnwritable_FailsAndTriesAgain()
    {
        _bars.Add("BTCUSD", AssetClass.Crypto, Monday, 4);
        _predictor.Failure = new StorageException("The database is locked.", "Close the other program.");
        var job = Job();
        await Assert.ThrowsAsync<StorageException>(() => job.RunAsync(Context()));

        _predictor.Failure = null;
        Assert.True((await job.RunAsync(Context())).ChangedSomething);
    }

    private static JobContext Context() => new((_, _, _) => { }, CancellationToken.None);

    private PredictWatchlistJob Job() => new(_bars, _predictor, _ledger, _feed, Options.Create(_options), _time);
}
