using AraWeb.Engine.Regime;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Regime;

public sealed class RegimeFeaturesTests
{
    // pandas 1.5.3 and numpy 1.24.2 on the same inputs at the last of 300 bars; the recipe of each number is in RegimeFeatures.Row.
    [Theory]
    [InlineData(0, -0.37228276108468916)]
    [InlineData(1, -0.4925103049007765)]
    [InlineData(2, -0.5111841973986552)]
    [InlineData(3, -4.308660279912077)]
    [InlineData(4, -0.38011116450979415)]
    [InlineData(5, 2.6663018680385266)]
    [InlineData(6, 0.7341087288287513)]
    [InlineData(7, 0.4386666901409626)]
    public void Add_ThreeHundredBars_EqualsPandas(int column, double expected)
    {
        var features = Feed(300);
        Assert.Equal(expected, features.Row[column], 1e-10);
    }

    [Fact]
    public void Trend_ThreeHundredBars_EqualsNumpy() => Assert.Equal(-0.0013589724569524465, Feed(300).Trend, 1e-12);

    [Theory]
    [InlineData(0, 20)]
    [InlineData(1, 50)]
    [InlineData(2, 200)]
    [InlineData(3, 20)]
    [InlineData(4, 50)]
    [InlineData(5, 1)]
    [InlineData(6, 64)]
    [InlineData(7, 1)]
    public void Row_BeforeItIsKnown_IsNaN(int column, int bars)
    {
        if (bars > 1)
        {
            Assert.True(double.IsNaN(Feed(bars - 1).Row[column]));
        }

        Assert.False(double.IsNaN(Feed(bars).Row[column]));
    }

    [Fact]
    public void Add_ValueMissing_RepeatsTheLast()
    {
        var features = Feed(300);
        var row = features.Row.ToArray();
        Assert.True(features.Add(new RegimeObservation(100, 1e-4, 0)));
        Assert.Equal(row[4..], features.Row.ToArray()[4..]);
    }

    [Fact]
    public void Add_MillionBars_DoesNotDrift()
    {
        // The same 200 bars again and again: sums that were only ever updated would have moved.
        var features = new RegimeFeatures();
        var u = CongruentialStream.Take(200, 4);
        double First() => features.Row[2];
        var expected = double.NaN;
        for (var t = 0; t < 200_000; t++)
        {
            features.Add(new RegimeObservation(100 + (10 * u[t % 200]), 1e-4 * (1 + u[(t + 7) % 200]), 1000));
            expected = t == 399 ? First() : expected;
        }

        Assert.Equal(expected, First(), 1e-12);
    }

    private static RegimeFeatures Feed(int bars)
    {
        var streams = Enumerable.Range(1, 4).Select(seed => CongruentialStream.Take(300, seed)).ToArray();
        var (price, variance, volume, market) = (streams[0], streams[1], streams[2], streams[3]);
        var features = new RegimeFeatures();
        var close = 100.0;
        for (var t = 0; t < bars; t++)
        {
            close *= Math.Exp(0.02 * (price[t] - 0.5));
            features.Add(new RegimeObservation(close, 1e-4 * Math.Exp(variance[t]), Math.Exp(5 + volume[t]))
            {
                MarketReturn = (0.01 * (price[t] - 0.5)) + (0.01 * (market[t] - 0.5)),
                ImpliedVolatility = 10 + (10 * market[t]),
                Breadth = market[t],
            });
        }

        return features;
    }
}
