using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Prediction;

public sealed class ForecastServiceTests : IDisposable
{
    private readonly MemoryBarStore _store = new();
    private readonly ForecastCache _cache = new();
    private readonly ManualTime _time = new(SampleBars.Start.AddDays(600));

    public void Dispose() => _cache.Dispose();

    [Fact]
    public async Task PredictAsync_EnoughBars_GivesOrderedFansThatWiden()
    {
        var bars = await FillAsync(SampleBars.Daily(600, seed: 1));
        var result = await Service().PredictAsync(Request("SAMPLE", 30), CancellationToken.None);
        Assert.Equal(30, result.Horizons.Count);
        Assert.Equal(bars[599].Time, result.LastBar);
        Assert.Equal(bars[599].Close, result.LastClose);
        Assert.Equal(bars[599].Time.AddDays(1), result.Horizons[0].DueBar);
        Assert.Equal(bars[599].Time.AddDays(1), result.Provenance.DataAsOf);
        Assert.Equal(600, result.Provenance.BarCount);
        Assert.True(result.Provenance.IsSimulated);
        Assert.False(result.Frozen);
        Assert.True(Width(result.Horizons[29]) > 3 * Width(result.Horizons[0]));
        Assert.All(result.Horizons, horizon => Assert.InRange(horizon.ProbabilityUp, 0.2, 0.8));
    }

    [Fact]
    public async Task PredictAsync_FewerDays_IsTheSameForecastCut()
    {
        await FillAsync(SampleBars.Daily(400, seed: 1));
        var service = Service();
        var five = await service.PredictAsync(Request("SAMPLE", 5), CancellationToken.None);
        var thirty = await service.PredictAsync(Request("SAMPLE", 30), CancellationToken.None);
        Assert.Equal(5, five.Horizons.Count);
        Assert.Same(thirty.Horizons[4], five.Horizons[4]);
        Assert.NotEqual(five.Call, thirty.Call, StringComparer.Ordinal);
        Assert.Equal(five.Provenance.InputsHash, thirty.Provenance.InputsHash);
    }

    [Fact]
    public async Task PredictAsync_AsOfAPastDate_EqualsAServiceThatHasOnlyThePast()
    {
        var bars = await FillAsync(SampleBars.Daily(600, seed: 1));
        var asOf = bars[449].Time.AddDays(1);
        var hindcast = await Service().PredictAsync(Request("SAMPLE", 5) with { AsOf = asOf }, CancellationToken.None);

        var past = new MemoryBarStore();
        await past.WriteAsync(SampleBars.InstrumentOf(bars), bars.Slice(0, 450), _time.GetUtcNow(), CancellationToken.None);
        using var cache = new ForecastCache();
        var then = await new ForecastService(past, cache, new NoPooledModels(), _time).PredictAsync(Request("SAMPLE", 5), CancellationToken.None);
        Assert.Equal(then.Provenance.InputsHash, hindcast.Provenance.InputsHash);
        Assert.Equal(then.Horizons.Select(h => h.Returns.Values.ToArray()), hindcast.Horizons.Select(h => h.Returns.Values.ToArray()));
    }

    [Fact]
    public async Task PredictAsync_UnknownSymbol_Throws()
    {
        await FillAsync(SampleBars.Daily(300, seed: 1));
        await Assert.ThrowsAsync<UnknownSymbolException>(() => Service().PredictAsync(Request("NOPE", 5), CancellationToken.None));
    }

    [Fact]
    public async Task PredictAsync_FewBars_SaysHowManyAreNeeded()
    {
        await FillAsync(SampleBars.Daily(ForecastModel.RequiredBars - 1, seed: 1));
        var error = await Assert.ThrowsAsync<InsufficientDataException>(() => Service().PredictAsync(Request("SAMPLE", 5), CancellationToken.None));
        Assert.Contains("249", error.Message, StringComparison.Ordinal);
        Assert.Contains("250", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PredictAsync_JustEnoughBars_Forecasts()
    {
        await FillAsync(SampleBars.Daily(ForecastModel.RequiredBars, seed: 1));
        Assert.Equal(30, (await Service().PredictAsync(Request("SAMPLE", 30), CancellationToken.None)).Horizons.Count);
    }

    [Fact]
    public async Task PredictAsync_AsOfOutsideTheData_SaysSo()
    {
        await FillAsync(SampleBars.Daily(300, seed: 1));
        var early = await Assert.ThrowsAsync<InputException>(
            () => Service().PredictAsync(Request("SAMPLE", 5) with { AsOf = SampleBars.Start.AddDays(-3) }, CancellationToken.None));
        Assert.Contains($"begin on {SampleBars.Start:yyyy-MM-dd}", early.Advice, StringComparison.Ordinal);
        await Assert.ThrowsAsync<InputException>(
            () => Service().PredictAsync(Request("SAMPLE", 5) with { AsOf = _time.GetUtcNow().AddDays(1) }, CancellationToken.None));
    }

    [Fact]
    public async Task PredictAsync_ConstantPrices_SaysThatNothingMoves()
    {
        var flat = Enumerable.Range(0, 300).Select(i => new Bar(SampleBars.Start.AddDays(i), 5, 5, 5, 5, 0)).ToList();
        await FillAsync(BarSeries.FromBars(Symbol.Parse("FLAT"), AssetClass.Crypto, Timeframe.OneDay, flat));
        var error = await Assert.ThrowsAsync<ModelException>(() => Service().PredictAsync(Request("FLAT", 5), CancellationToken.None));
        Assert.Contains("hardly move", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task PredictAsync_OneBarRevised_ChangesHashAndForecast()
    {
        var bars = await FillAsync(SampleBars.Daily(400, seed: 1));
        var before = await Service().PredictAsync(Request("SAMPLE", 5), CancellationToken.None);
        var revised = bars[399] with { High = bars[399].High * 1.2 };
        var series = BarSeries.FromBars(bars.Symbol, bars.AssetClass, bars.Timeframe, [revised]);
        await _store.WriteAsync(SampleBars.InstrumentOf(bars), series, _time.GetUtcNow(), CancellationToken.None);
        var after = await Service().PredictAsync(Request("SAMPLE", 5), CancellationToken.None);
        Assert.NotEqual(before.Provenance.InputsHash, after.Provenance.InputsHash, StringComparer.Ordinal);
        Assert.True(Width(after.Horizons[0]) > Width(before.Horizons[0]));
    }

    [Fact]
    public async Task PredictAsync_ManyCallersAtOnce_ComputeOnce()
    {
        await FillAsync(SampleBars.Daily(500, seed: 1));
        var service = Service();
        var results = await Task.WhenAll(Enumerable.Range(0, 16).Select(_ => service.PredictAsync(Request("SAMPLE", 5), CancellationToken.None)));
        Assert.All(results, result => Assert.Same(results[0].Horizons[0], result.Horizons[0]));
    }

    [Fact]
    public async Task Call_FiveDays_StatesRangeChanceAndRecord()
    {
        await FillAsync(SampleBars.Daily(500, seed: 1));
        var result = await Service().PredictAsync(Request("SAMPLE", 5), CancellationToken.None);
        var (lower, upper) = result.Horizons[4].Returns.Interval(0.8);
        Assert.StartsWith("SAMPLE, next 5 days: \u2212", result.Call, StringComparison.Ordinal);
        var spaced = result.Call.Replace('\u202F', ' ');
        Assert.Contains($"{100 * (1 - Math.Exp(lower)):F2} % to +{100 * (Math.Exp(upper) - 1):F2} % (80 % band)", spaced, StringComparison.Ordinal);
        Assert.Contains($"{100 * result.Horizons[4].ProbabilityUp:F0} % up", spaced, StringComparison.Ordinal);
        Assert.Contains($"of {result.Horizons[4].Calibration.Count} outcomes", spaced, StringComparison.Ordinal);
        Assert.DoesNotContain(" %", result.Call, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(AssetClass.Stock, 1)]
    [InlineData(AssetClass.Crypto, 0)]
    public async Task PredictAsync_PriceHalvedOvernight_SaysThatASplitMayBeUnadjusted(AssetClass assetClass, int expected)
    {
        var sample = SampleBars.Daily(500, seed: 1);
        var halved = Enumerable.Range(0, sample.Count).Select(i => i < 400 ? sample[i] : Halved(sample[i])).ToList();

        // The first bar after the split opens at half the close before it and moves little, as shares do on such a day.
        var open = sample[399].Close / 2;
        halved[400] = halved[400] with { Open = open, High = open * 1.002, Low = open * 0.998, Close = open };
        await FillAsync(BarSeries.FromBars(Symbol.Parse("SPLIT"), assetClass, Timeframe.OneDay, halved));

        var result = await Service().PredictAsync(Request("SPLIT", 5), CancellationToken.None);

        Assert.Equal(expected, result.Provenance.Fallbacks.Count);
        Assert.All(result.Provenance.Fallbacks, note => Assert.Contains($"{sample[400].Time:yyyy-MM-dd}", note, StringComparison.Ordinal));
        Assert.All(result.Provenance.Fallbacks, note => Assert.Contains("import adjusted prices", note, StringComparison.Ordinal));
    }

    private static Bar Halved(Bar bar) => bar with { Open = bar.Open / 2, High = bar.High / 2, Low = bar.Low / 2, Close = bar.Close / 2 };

    private static PredictionRequest Request(string symbol, int horizon) =>
        new(Symbol.Parse(symbol), Timeframe.OneDay, new Horizon(horizon), AsOf: null);

    private static double Width(HorizonForecast horizon) => horizon.Returns.Values[^1] - horizon.Returns.Values[0];

    private ForecastService Service() => new(_store, _cache, new NoPooledModels(), _time);

    private async Task<BarSeries> FillAsync(BarSeries bars)
    {
        await _store.WriteAsync(SampleBars.InstrumentOf(bars), bars, _time.GetUtcNow(), CancellationToken.None);
        return bars;
    }
}
