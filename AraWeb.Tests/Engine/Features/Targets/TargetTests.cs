using AraWeb.Engine.Core;
using AraWeb.Engine.Features.Targets;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Features.Targets;

public sealed class TargetTests
{
    private static readonly BarSeries Bars = Of(100, 110, 99, 99, 120);

    [Fact]
    public void Direction_NextBar_IsUpDownOrUnknown() => Assert.Equal([1, 0, double.NaN, 1, double.NaN], Target.Direction(Bars, 1).Values);

    [Fact]
    public void ReturnOverVolatility_TwoBars_DividesTheLogReturn()
    {
        var target = Target.ReturnOverVolatility(Bars, [0.1, 0, 0.2, 0.1, 0.1], 2);
        Assert.Equal([Math.Log(0.99) / 0.1, double.NaN, Math.Log(120.0 / 99) / 0.2, double.NaN, double.NaN], target.Values);
        Assert.Equal("return-over-volatility-2", target.Name);
    }

    [Fact]
    public void RealisedVolatility_TwoBars_SumsSquares()
    {
        var values = Target.RealisedVolatility(Bars, 2).Values;
        Assert.Equal(Math.Sqrt(Math.Pow(Math.Log(1.1), 2) + Math.Pow(Math.Log(0.9), 2)), values[0], 12);
        Assert.Equal([false, false, false, true, true], values.Select(double.IsNaN));
    }

    [Fact]
    public void Rank_ThreeInstruments_GivesPlacesFromNoughtToOne()
    {
        var targets = new[] { Of(1, 2, 2), Of(1, 3, 3), Of(1, 2, 1) }.Select(bars => Target.RealisedVolatility(bars, 1)).ToArray();
        var ranks = Target.Rank(targets);
        Assert.Equal([0.25, 1, 0.25], ranks.Select(rank => rank.Values[0]));
        Assert.Equal([0.25, 0.25, 1], ranks.Select(rank => rank.Values[1]));
        Assert.All(ranks, rank => Assert.Equal(double.NaN, rank.Values[2]));
    }

    [Fact]
    public void KnownAt_Row_IsHorizonBarsLater()
    {
        var target = Target.Direction(Bars, 2);
        Assert.Equal([0, 0, 1, 2, 3], Enumerable.Range(0, 5).Select(target.KnownAt));
        Assert.All(Enumerable.Range(0, target.KnownAt(4)), row => Assert.False(double.IsNaN(Target.RealisedVolatility(Bars, 2).Values[row])));
    }

    [Fact]
    public void Direction_HorizonOfNought_IsRefused() => Assert.Throws<ArgumentOutOfRangeException>(() => Target.Direction(Bars, 0));

    private static BarSeries Of(params double[] closes) => BarSeries.FromBars(
        Symbol.Parse("SAMPLE"), AssetClass.Crypto, Timeframe.OneDay,
        [.. closes.Select((close, i) => new Bar(SampleBars.Start.AddDays(i), close, close, close, close, 1))]);
}
