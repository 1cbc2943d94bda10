using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Walk;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Prediction.Walk;

public sealed class WalkForwardTests
{
    [Theory]
    [InlineData(420)]
    [InlineData(555)]
    [InlineData(700)]
    public void Walk_TruncatedHistory_SaysTheSameAsTheWholeSaidThere(int cut)
    {
        // The look-ahead check of the whole forecast: nothing that comes later may change what was said.
        var bars = SampleBars.Daily(800, seed: 2);
        var seen = new Recorder();
        ForecastModel.Walk(bars, 10, seen, CancellationToken.None);
        var truncated = ForecastModel.Walk(bars.Slice(0, cut), 10, observer: null, CancellationToken.None);
        for (var h = 1; h <= 10; h++)
        {
            Assert.Equal(seen.Said[(cut - 1, h)], truncated.Forecast(h).Quantiles.ToArray());
        }
    }

    [Fact]
    public void Walk_FutureIsChanged_ThePastForecastStays()
    {
        var bars = SampleBars.Daily(600, seed: 3);
        var columns = new BarColumns(600);
        for (var i = 0; i < 600; i++)
        {
            columns.Set(i, i < 500 ? bars[i] : bars[i] with { High = bars[i].High * 3, Close = bars[i].Close * 2 });
        }

        var (real, changed) = (new Recorder(), new Recorder());
        ForecastModel.Walk(bars, 5, real, CancellationToken.None);
        ForecastModel.Walk(BarSeries.FromColumns(bars.Symbol, bars.AssetClass, bars.Timeframe, columns), 5, changed, CancellationToken.None);
        foreach (var (key, quantiles) in real.Said.Where(pair => pair.Key.IssuedAt < 500))
        {
            Assert.Equal(quantiles, changed.Said[key]);
        }
    }

    [Fact]
    public void Coverage_SampleSeries_HoldsTheBands()
    {
        var walk = ForecastModel.Walk(SampleBars.Daily(2500, seed: 4), 5, observer: null, CancellationToken.None);
        foreach (var horizon in (int[])[1, 5])
        {
            var coverage = walk.Coverage(horizon);
            Assert.InRange(coverage.Inside50, 0.46, 0.54);
            Assert.InRange(coverage.Inside80, 0.77, 0.83);
            Assert.InRange(coverage.Inside90, 0.875, 0.925);
            Assert.InRange(coverage.Inside95, 0.93, 0.97);
        }
    }

    [Fact]
    public void Coverage_CountedByHand_IsTheSame()
    {
        var seen = new Recorder();
        var walk = ForecastModel.Walk(SampleBars.Daily(500, seed: 5), 3, seen, CancellationToken.None);
        var inside = seen.Outcomes.Count(row => row.Horizon == 3 && row.Inside80);
        var all = seen.Outcomes.Count(row => row.Horizon == 3);
        Assert.Equal(all, walk.Coverage(3).Count);
        Assert.Equal(inside / (double)all, walk.Coverage(3).Inside80, 12);
    }

    [Fact]
    public void Walk_PricesThatNeverMove_HasNoForecast()
    {
        var flat = Enumerable.Range(0, 400).Select(i => new Bar(SampleBars.Start.AddDays(i), 5, 5, 5, 5, 0)).ToList();
        var walk = ForecastModel.Walk(
            BarSeries.FromBars(Symbol.Parse("FLAT"), AssetClass.Crypto, Timeframe.OneDay, flat), 5, observer: null, CancellationToken.None);
        Assert.False(walk.HasForecast);
        Assert.Throws<InvalidOperationException>(() => walk.Forecast(1).Mean);
    }

    [Fact]
    public void Walk_Cancelled_Stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();
        Assert.Throws<OperationCanceledException>(() => ForecastModel.Walk(SampleBars.Daily(300, seed: 6), 5, observer: null, cancelled.Token));
    }

    [Fact]
    public void Walk_UpwardDrift_TiltsButModestly()
    {
        const int seed = 8;
        var random = new Random(seed);
        var price = 100.0;
        var bars = new List<Bar>();
        for (var i = 0; i < 2000; i++)
        {
            var open = price;
            price *= Math.Exp(0.0005 + (0.01 * SampleBars.Normal(random)));
            bars.Add(new Bar(SampleBars.Start.AddDays(i), open, Math.Max(open, price) * 1.003, Math.Min(open, price) * 0.997, price, 1));
        }

        var walk = ForecastModel.Walk(
            BarSeries.FromBars(Symbol.Parse("UP"), AssetClass.Crypto, Timeframe.OneDay, bars), 1, observer: null, CancellationToken.None);
        var forecast = walk.Forecast(1);
        Assert.True(forecast.Mean > 0 && forecast.Mean < 0.06 * forecast.Volatility, $"seed {seed}: {forecast.Mean} of {forecast.Volatility}");
    }

    private sealed class Recorder : IWalkObserver
    {
        public Dictionary<(int IssuedAt, int Horizon), double[]> Said { get; } = [];

        public List<(int Horizon, bool Inside80)> Outcomes { get; } = [];

        public void OnOutcome(int issuedAt, int horizon, in IssuedForecast forecast, double outcome)
        {
            Said[(issuedAt, horizon)] = forecast.Quantiles.ToArray();
            Outcomes.Add((horizon, outcome >= forecast.Quantiles[2] && outcome <= forecast.Quantiles[6]));
        }
    }
}
