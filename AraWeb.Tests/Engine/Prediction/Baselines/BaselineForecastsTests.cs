using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Baselines;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Prediction.Baselines;

public sealed class BaselineForecastsTests
{
    // Expected numbers: the same 400 bars in Python with numpy 1.24 (mean, std with ddof 1, lstsq for the regression), from the formulas.
    [Theory]
    [InlineData(1, 0.0005877184945175017, 0.011991952417173686, 0.011274718788174586, 0.01201134678391172, 0.013859159575731217)]
    [InlineData(5, 0.0029385924725875085, 0.026948561371946688, 0.02521103763755243, 0.026858187910150082, 0.02978391369077611)]
    [InlineData(30, 0.017631554835525053, 0.06802196513119868, 0.06175417809810532, 0.06578885579, 0.07336288351108985)]
    public void Compute_Bars_EqualsPython(int bars, double driftMean, double driftDeviation, double cone, double ewma, double har)
    {
        var forecast = BaselineForecasts.Compute(Bars(400), 30)[bars - 1];

        Assert.Equal(driftMean, forecast.DriftMean, 12);
        Assert.Equal(driftDeviation, forecast.DriftDeviation, 12);
        Assert.Equal(cone, forecast.ConeDeviation, 12);
        Assert.Equal(ewma, forecast.EwmaDeviation, 10);
        Assert.Equal(har, forecast.HarDeviation, 8);
    }

    [Fact]
    public void Compute_FewBars_LeavesUnknownWhatNeedsMore()
    {
        var forecast = BaselineForecasts.Compute(Bars(12), 5)[4];

        Assert.True(double.IsFinite(forecast.DriftMean) && forecast.DriftDeviation > 0);
        Assert.True(double.IsNaN(forecast.ConeDeviation) && double.IsNaN(forecast.EwmaDeviation) && double.IsNaN(forecast.HarDeviation));
    }

    [Fact]
    public void Compute_PricesThatNeverMove_NamesNoDistribution()
    {
        var flat = Enumerable.Range(0, 300).Select(i => new Bar(SampleBars.Start.AddDays(i), 5, 5, 5, 5, 0)).ToList();

        var forecast = BaselineForecasts.Compute(BarSeries.FromBars(Symbol.Parse("FLAT"), AssetClass.Crypto, Timeframe.OneDay, flat), 1)[0];

        Assert.Equal(0, forecast.DriftMean);
        Assert.All(
            [forecast.DriftDeviation, forecast.ConeDeviation, forecast.EwmaDeviation, forecast.HarDeviation],
            deviation => Assert.True(double.IsNaN(deviation)));
    }

    [Fact]
    public void Compute_LaterBars_ChangeNothingBefore()
    {
        var bars = Bars(400);
        Assert.Equal(BaselineForecasts.Compute(Bars(350), 30), BaselineForecasts.Compute(bars.Slice(0, 350), 30));
    }

    private static BarSeries Bars(int count)
    {
        var draws = CongruentialStream.Take(4 * count, seed: 42);
        var bars = new List<Bar>(count);
        var price = 100.0;
        for (var t = 0; t < count; t++)
        {
            var open = price * Math.Exp(0.004 * (draws[4 * t] - 0.5));
            var close = open * Math.Exp(0.04 * (draws[(4 * t) + 1] - 0.49));
            var high = Math.Max(open, close) * Math.Exp(0.01 * draws[(4 * t) + 2]);
            var low = Math.Min(open, close) * Math.Exp(-0.01 * draws[(4 * t) + 3]);
            bars.Add(new Bar(SampleBars.Start.AddDays(t), open, high, low, close, 1));
            price = close;
        }

        return BarSeries.FromBars(Symbol.Parse("SAMPLE"), AssetClass.Crypto, Timeframe.OneDay, bars);
    }
}
