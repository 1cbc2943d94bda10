using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Engine.Prediction.Replay;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Prediction.Replay;

public sealed class ForecastReplayTests : IDisposable
{
    private readonly MemoryBarStore _store = new();
    private readonly MemoryLedger _ledger = new();
    private readonly ForecastCache _cache = new();
    private readonly ManualTime _time = new(SampleBars.Start.AddDays(400).AddHours(3));

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task ReplayAsync_Untouched_IsEqualToTheBit()
    {
        var entry = await FreezeAsync();

        var result = await ReplayAsync(entry);

        Assert.Equal((ReplayState.Equal, 0), (result.State, result.Differences.Count));

        // Eleven values of the entry, and of thirty horizons the due bar, nine quantiles, mean, P(up) and five numbers of rivals.
        Assert.Equal(11 + (30 * 17), result.Compared);
        Assert.Equal(ForecastModel.Members, entry.Models);
        Assert.All(entry.Horizons, horizon => Assert.NotNull(horizon.Baselines));
    }

    [Fact]
    public async Task ReplayAsync_BarsRevisedAndAddedSince_IsStillEqual()
    {
        var entry = await FreezeAsync();
        _time.Advance(TimeSpan.FromDays(30));
        var bars = SampleBars.Daily(420, seed: 1);
        await WriteAsync(bars);
        await WriteAsync(BarSeries.FromBars(bars.Symbol, bars.AssetClass, bars.Timeframe, [bars[399] with { High = bars[399].High * 1.3 }]));

        Assert.Equal(ReplayState.Equal, (await ReplayAsync(entry)).State);
    }

    [Fact]
    public async Task ReplayAsync_OlderHistoryCameIn_IsStillEqual()
    {
        var bars = SampleBars.Daily(400, seed: 1);
        await WriteAsync(bars.Slice(50, 350));
        var entry = await PredictAsync();
        await WriteAsync(bars);

        Assert.Equal(ReplayState.Equal, (await ReplayAsync(entry)).State);
    }

    [Fact]
    public async Task ReplayAsync_NumbersChanged_NamesThemWithBothValues()
    {
        var entry = await FreezeAsync();
        var fifth = entry.Horizons[4];
        var values = fifth.Returns.Values.ToArray();
        values[8] = Math.BitIncrement(values[8]);
        var tampered = entry with
        {
            Horizons =
            [
                .. entry.Horizons.Select(horizon => horizon.Bars == 5
                    ? horizon with { Returns = new Quantiles(values), Baselines = horizon.Baselines! with { HarDeviation = 1 } }
                    : horizon),
            ],
            Verdict = new Verdict(VerdictKind.NoCall, "because"),
        };

        var result = await ReplayAsync(tampered);

        Assert.Equal(ReplayState.Differs, result.State);
        var names = result.Differences.Select(text => text[..text.LastIndexOf(": ", StringComparison.Ordinal)]);
        Assert.Equal(["verdict", "5 bars ahead: q975", "5 bars ahead: har_deviation"], names);
        Assert.Contains("1 was frozen", result.Differences[2], StringComparison.Ordinal);
    }

    [Fact]
    public async Task ReplayAsync_OtherModel_SaysWhich()
    {
        var entry = await FreezeAsync();

        var result = await ReplayAsync(entry with { Provenance = entry.Provenance with { ModelVersion = "older-1" } });

        Assert.Equal(ReplayState.OtherModel, result.State);
        Assert.Equal($"Made by the model older-1; this program has {ForecastModel.Version}.", result.Message);
    }

    [Fact]
    public async Task ReplayAsync_BarsGone_SaysSo()
    {
        var entry = await FreezeAsync();

        Assert.Equal(ReplayState.NoBars, (await ReplayAsync(entry with { Symbol = Symbol.Parse("GONE") })).State);
        Assert.Equal(ReplayState.NoBars, (await ReplayAsync(entry with { LastBar = entry.LastBar.AddDays(9) })).State);
        Assert.Equal(ReplayState.NoBars, (await ReplayAsync(entry with { Provenance = entry.Provenance with { BarCount = 401 } })).State);
        Assert.Equal(ReplayState.NoBars, (await ReplayAsync(entry with { Provenance = entry.Provenance with { BarCount = -1 } })).State);
    }

    [Fact]
    public async Task ReplayAsync_OtherBarsThanItNames_SaysSo()
    {
        var entry = await FreezeAsync();

        Assert.Equal(
            ReplayState.OtherBars, (await ReplayAsync(entry with { Provenance = entry.Provenance with { InputsHash = new string('0', 64) } })).State);
    }

    private async Task<ForecastEntry> FreezeAsync()
    {
        await WriteAsync(SampleBars.Daily(400, seed: 1));
        return await PredictAsync();
    }

    private async Task<ForecastEntry> PredictAsync()
    {
        await new LedgeredPredictor(new ForecastService(_store, _cache, new NoPooledModels(), _time), _ledger, _time).PredictAsync(
            new PredictionRequest(Symbol.Parse("SAMPLE"), Timeframe.OneDay, new Horizon(5), AsOf: null), CancellationToken.None);
        return Assert.Single(_ledger.Entries);
    }

    private async Task WriteAsync(BarSeries bars) =>
        await _store.WriteAsync(SampleBars.InstrumentOf(bars), bars, _time.GetUtcNow(), CancellationToken.None);

    private Task<ReplayResult> ReplayAsync(ForecastEntry entry) => new ForecastReplay(_store, new NoPooledModels()).ReplayAsync(entry, CancellationToken.None);
}
