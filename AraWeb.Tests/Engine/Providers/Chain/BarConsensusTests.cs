using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Chain;

namespace AraWeb.Tests.Engine.Providers.Chain;

public sealed class BarConsensusTests
{
    private static readonly DateTimeOffset Start = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void Of_ThreeProviders_TakesTheMedianOfEachPrice()
    {
        var (bars, sources, disagreement) = BarConsensus.Of([Series((0, 10, 7)), Series((0, 11, 8)), Series((0, 90, 9))]);

        Assert.Equal(new Bar(Start, 11, 12, 10, 11, 7), bars[0]);
        Assert.Equal((3, (90.0 / 11) - 1), (sources[0], disagreement[0]));
    }

    [Fact]
    public void Of_FourProviders_TakesTheMiddleOfTheMiddleTwo()
    {
        var (bars, _, _) = BarConsensus.Of([Series((0, 10, 1)), Series((0, 12, 1)), Series((0, 14, 1)), Series((0, 1000, 1))]);

        Assert.Equal(13, bars[0].Close);
    }

    [Fact]
    public void Of_TwoThatDiffer_TakesTheOneNearerToTheCloseBefore()
    {
        var (bars, sources, disagreement) = BarConsensus.Of(
            [Series((0, 100, 1), (1, 150, 1), (2, 101, 1)), Series((0, 100.1, 1), (1, 102, 2), (2, 101.2, 1))]);

        Assert.Equal([100, 102, 101], bars.Close.ToArray());
        Assert.Equal([2, 2, 2], sources);
        Assert.Equal(48.0 / 102, disagreement[1], 12);
    }

    [Fact]
    public void Of_BarsOfOneAlone_AreTakenAndMarked()
    {
        var (bars, sources, disagreement) = BarConsensus.Of([Series((0, 10, 1), (2, 12, 1)), Series((1, 11, 1), (2, 12, 5))]);

        Assert.Equal([10, 11, 12], bars.Close.ToArray());
        Assert.Equal([1, 1, 2], sources);
        Assert.Equal([double.NaN, double.NaN, 0], disagreement);
        Assert.Equal(1, bars.Volume[2]);
    }

    private static BarSeries Series(params (int Day, double Close, double Volume)[] bars) => BarSeries.FromBars(
        Symbol.Parse("BTCUSD"),
        AssetClass.Crypto,
        Timeframe.OneDay,
        [.. bars.Select(bar => new Bar(Start.AddDays(bar.Day), bar.Close, bar.Close + 1, bar.Close - 1, bar.Close, bar.Volume))]);
}
