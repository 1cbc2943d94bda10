using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Prediction;

public sealed class LedgeredPredictorTests : IDisposable
{
    private readonly MemoryBarStore _store = new();
    private readonly MemoryLedger _ledger = new();
    private readonly ForecastCache _cache = new();
    private readonly ManualTime _time = new(SampleBars.Start.AddDays(400).AddHours(3));

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task PredictAsync_ForNow_FreezesAllHorizonsOnce()
    {
        var bars = await FillAsync();
        var first = await PredictAsync(asOf: null);
        _time.Advance(TimeSpan.FromHours(1));
        var second = await PredictAsync(asOf: null);
        var entry = Assert.Single(_ledger.Entries);
        Assert.True(first.Frozen && second.Frozen);
        Assert.Equal(first.IssuedAt, second.IssuedAt);
        Assert.Equal(5, first.Horizons.Count);
        Assert.Equal(30, entry.Horizons.Count);
        Assert.Equal(bars[399].Time, entry.LastBar);
        Assert.Equal(first.Horizons[4].Returns.Values.ToArray(), entry.Horizons[4].Returns.Values.ToArray());
        Assert.Equal(first.Provenance, entry.Provenance);
        Assert.All(entry.Horizons, horizon => Assert.Null(horizon.Outcome));
    }

    [Fact]
    public async Task PredictAsync_AsOfAPastDate_FreezesNothing()
    {
        await FillAsync();
        Assert.False((await PredictAsync(SampleBars.Start.AddDays(350))).Frozen);
        Assert.Empty(_ledger.Entries);
    }

    [Fact]
    public async Task PredictAsync_DataSoOldThatTheOutcomeIsKnown_FreezesNothing()
    {
        await FillAsync();
        _time.Advance(TimeSpan.FromDays(2));
        Assert.False((await PredictAsync(asOf: null)).Frozen);
        Assert.Empty(_ledger.Entries);
    }

    private async Task<BarSeries> FillAsync()
    {
        var bars = SampleBars.Daily(400, seed: 1);
        await _store.WriteAsync(SampleBars.InstrumentOf(bars), bars, _time.GetUtcNow(), CancellationToken.None);
        return bars;
    }

    private Task<PredictionResult> PredictAsync(DateTimeOffset? asOf) =>
        new LedgeredPredictor(new ForecastService(_store, _cache, new NoPooledModels(), _time), _ledger, _time)
            .PredictAsync(new PredictionRequest(Symbol.Parse("SAMPLE"), Timeframe.OneDay, new Horizon(5), asOf), CancellationToken.None);
}
