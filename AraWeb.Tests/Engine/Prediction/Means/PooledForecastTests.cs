using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Models.Trees.Forests;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Engine.Prediction.Replay;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Prediction.Means;

public sealed class PooledForecastTests : IDisposable
{
    private const int Bars = 700;
    private static readonly DateTimeOffset Now = SampleBars.Start.AddDays(Bars).AddHours(3);

    private readonly MemoryBarStore _store = new();
    private readonly MemoryLedger _ledger = new();
    private readonly ForecastCache _cache = new();
    private readonly ManualTime _time = new(Now);

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task PredictAsync_PoolInUse_TiltsMeanBandsAndOddsTogether()
    {
        var plain = await PredictAsync(new NoPooledModels());
        var pooled = await PredictAsync(Pools(new FixedMember("a", 0.2, 0.4), new FixedMember("b", 0.1, 0.2)));

        Assert.Equal((MeanLevel.Advanced, "pool.3.01234567"), (pooled.Mean.Level, pooled.Mean.Model));
        Assert.Equal(ForecastModel.Version + "+pool.3.01234567", pooled.Provenance.ModelVersion);
        Assert.Equal(["har", "ewma_range", "garch_t", "jump", "a", "b"], pooled.Models);
        Assert.NotEqual(plain.Provenance.InputsHash, pooled.Provenance.InputsHash, StringComparer.Ordinal);
        foreach (var (horizon, tilt) in new[] { (1, 0.15), (5, 0.3) })
        {
            var (was, now) = (plain.Horizons[horizon - 1], pooled.Horizons[horizon - 1]);
            Assert.Equal(was.Volatility, now.Volatility);
            Assert.Equal(tilt * now.Volatility, now.Mean, 12);
            Assert.Equal(now.Mean - was.Mean, now.Returns.Median - was.Returns.Median, 12);
            Assert.Equal(was.Returns.Values[^1] - was.Returns.Values[0], now.Returns.Values[^1] - now.Returns.Values[0], 12);
            Assert.True(now.ProbabilityUp >= was.ProbabilityUp, $"{now.ProbabilityUp} and {was.ProbabilityUp}");
        }

        Assert.Equal(pooled.Horizons[4].Mean, pooled.Horizons[29].Mean);
    }

    [Fact]
    public async Task PredictAsync_AMemberFails_TheOthersSpeakAndTheForecastSaysWhich()
    {
        var whole = await PredictAsync(Pools(new FixedMember("a", 0.2, 0.2), new FixedMember("b", 0.2, 0.2)));
        var result = await PredictAsync(Pools(new FixedMember("a", 0.2, 0.2), new FixedMember("b")));
        var nonsense = await PredictAsync(Pools(new FixedMember("a", 0.2, 0.2), new FixedMember("b", double.NaN, 0.1)));

        Assert.Equal(MeanLevel.Ensemble, result.Mean.Level);
        Assert.Equal(["b: its trees are gone"], result.Mean.Silent);
        Assert.Contains("A model was silent: b: its trees are gone.", result.Provenance.Fallbacks);
        Assert.DoesNotContain("b", result.Models);

        // A silent member counts as saying nothing is known.
        Assert.Equal(whole.Horizons[0].Mean / 2, result.Horizons[0].Mean, 12);
        Assert.Equal(0.5, result.Horizons[0].Confidence.Kept, 12);
        Assert.Equal(["b: said what is no number"], nonsense.Mean.Silent);
    }

    [Fact]
    public async Task PredictAsync_NoMemberSpeaks_FallsBackToTheTrend()
    {
        var plain = await PredictAsync(new NoPooledModels());
        var result = await PredictAsync(Pools(new FixedMember("a"), new FixedMember("b")));

        Assert.Equal(MeanLevel.Trend, result.Mean.Level);
        Assert.Contains("could speak", result.Mean.Note, StringComparison.Ordinal);
        Assert.Equal(ForecastModel.Members, result.Models);
        Assert.Equal(plain.Horizons.Select(horizon => horizon.Mean), result.Horizons.Select(horizon => horizon.Mean));
    }

    [Theory]
    [InlineData(0.0, MeanLevel.Trend)]
    [InlineData(1.0, MeanLevel.Advanced)]
    public async Task PredictAsync_FeaturesUnlikeWhatWasLearned_ThePoolDoesNotSpeak(double threshold, MeanLevel expected)
    {
        var random = new Random(3);
        double[] rows = [.. Enumerable.Range(0, 58 * 300).Select(_ => SampleBars.Normal(random))];
        var forest = IsolationForest.Fit(rows, 58, new IsolationSettings(), 3, CancellationToken.None);
        var pool = FixedMember.Pool(SampleBars.Start.AddDays(Bars), new NoveltyDetector(forest, threshold), new FixedMember("a", 0.2, 0.2));
        var result = await PredictAsync(new FixedPools(pool, isSimulated: true, SampleBars.Start));

        Assert.Equal(expected, result.Mean.Level);
        Assert.Equal(expected == MeanLevel.Trend, result.Mean.Note.Contains("lie outside what", StringComparison.Ordinal));
    }

    [Fact]
    public async Task PredictAsync_AsOfBeforeThePoolWasInUse_KnowsNothingOfIt()
    {
        var pools = Pools(new FixedMember("a", 0.2, 0.2));
        var before = await PredictAsync(pools, asOf: SampleBars.Start.AddDays(500));

        Assert.Equal((MeanLevel.Trend, "none was in use"), (before.Mean.Level, before.Mean.Note));
        Assert.Equal(ForecastModel.Version, before.Provenance.ModelVersion);
    }

    [Fact]
    public async Task PredictAsync_PoolHasLearnedWhatCameAfterTheBars_DoesNotSpeak()
    {
        var knows = new FixedPools(FixedMember.Pool(SampleBars.Start.AddDays(Bars + 1), new FixedMember("a", 0.2, 0.2)), isSimulated: true, Now);
        var justNot = new FixedPools(
            FixedMember.Pool(SampleBars.Start.AddDays(Bars + 1).AddTicks(-1), new FixedMember("a", 0.2, 0.2)), isSimulated: true, Now);

        // The bar that is forecast first closes at the end of day 701.
        Assert.Contains("has learned from what came after", (await PredictAsync(knows)).Mean.Note, StringComparison.Ordinal);
        Assert.Equal(MeanLevel.Advanced, (await PredictAsync(justNot)).Mean.Level);
    }

    [Fact]
    public async Task PredictAsync_PoolOfRealPrices_IsNotUsedForSimulatedOnes()
    {
        var real = new FixedPools(FixedMember.Pool(SampleBars.Start, new FixedMember("a", 0.2, 0.2)), isSimulated: false, SampleBars.Start);
        Assert.Equal(MeanLevel.Trend, (await PredictAsync(real)).Mean.Level);
    }

    [Fact]
    public async Task ReplayAsync_FrozenWithAPool_IsEqualWithItAndRefusedWithoutOrWithAnother()
    {
        var pools = Pools(new FixedMember("a", 0.2, 0.4), new FixedMember("b"));
        await FillAsync();
        await new LedgeredPredictor(new ForecastService(_store, _cache, pools, _time), _ledger, _time).PredictAsync(Request(null), CancellationToken.None);
        var entry = Assert.Single(_ledger.Entries);

        var equal = await new ForecastReplay(_store, pools).ReplayAsync(entry, CancellationToken.None);
        Assert.Equal((ReplayState.Equal, 0), (equal.State, equal.Differences.Count));

        var other = await new ForecastReplay(_store, Pools(new FixedMember("a", 0.2, 0.5), new FixedMember("b"))).ReplayAsync(entry, CancellationToken.None);
        Assert.Equal(ReplayState.Differs, other.State);

        var gone = await new ForecastReplay(_store, new NoPooledModels()).ReplayAsync(entry, CancellationToken.None);
        Assert.Equal(ReplayState.OtherModel, gone.State);
        Assert.StartsWith("It cannot be made again:", gone.Message, StringComparison.Ordinal);
    }

    private static FixedPools Pools(params FixedMember[] members) =>
        new(FixedMember.Pool(SampleBars.Start.AddDays(Bars), members), isSimulated: true, SampleBars.Start.AddDays(Bars));

    private static PredictionRequest Request(DateTimeOffset? asOf) => new(Symbol.Parse("SAMPLE"), Timeframe.OneDay, new Horizon(30), asOf);

    private async Task<PredictionResult> PredictAsync(IPooledModels pools, DateTimeOffset? asOf = null)
    {
        await FillAsync();
        using var cache = new ForecastCache();
        return await new ForecastService(_store, cache, pools, _time).PredictAsync(Request(asOf), CancellationToken.None);
    }

    private async Task FillAsync()
    {
        var bars = SampleBars.Daily(Bars, seed: 8);
        await _store.WriteAsync(SampleBars.InstrumentOf(bars), bars, _time.GetUtcNow(), CancellationToken.None);
    }
}
