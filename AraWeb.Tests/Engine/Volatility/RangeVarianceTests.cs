using AraWeb.Engine.Core;
using AraWeb.Engine.Volatility;

namespace AraWeb.Tests.Engine.Volatility;

public sealed class RangeVarianceTests
{
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void WithinBar_KnownBar_EqualsTheFormula() =>

        // Python: 0.5 ln(103/99)^2 - (2 ln 2 - 1) ln(101/100)^2.
        Assert.Equal(0.0007461952594335577, RangeVariance.WithinBar(100, 103, 99, 101), 15);

    [Fact]
    public void Compute_GapBetweenBars_AddsItsSquare()
    {
        var bars = Series(new Bar(Start, 100, 103, 99, 101, 0), new Bar(Start.AddDays(1), 106.05, 108, 106, 107, 0));
        var variances = RangeVariance.Compute(bars);
        var gap = Math.Log(1.05);
        Assert.Equal(RangeVariance.WithinBar(106.05, 108, 106, 107) + (gap * gap), variances[1], 15);
    }

    [Fact]
    public void Compute_BarWithoutRange_IsHeldAtAHundredthOfTheAverage()
    {
        var bars = Series(new Bar(Start, 100, 103, 99, 101, 0), new Bar(Start.AddDays(1), 101, 101, 101, 101, 0));
        var variances = RangeVariance.Compute(bars);
        Assert.Equal(0.01 * variances[0], variances[1], 15);
    }

    [Fact]
    public void Compute_PricesThatNeverMove_AreUnknown()
    {
        var flat = Series(new Bar(Start, 5, 5, 5, 5, 0), new Bar(Start.AddDays(1), 5, 5, 5, 5, 0));
        Assert.All(RangeVariance.Compute(flat), value => Assert.True(double.IsNaN(value)));
    }

    [Fact]
    public void Compute_Prefix_EqualsThePrefixOfTheWhole()
    {
        var bars = Shared.SampleBars.Daily(300, seed: 1);
        var whole = RangeVariance.Compute(bars);
        Assert.Equal(whole[..200], RangeVariance.Compute(bars.Slice(0, 200)));
    }

    private static BarSeries Series(params Bar[] bars) => BarSeries.FromBars(Symbol.Parse("X"), AssetClass.Crypto, Timeframe.OneDay, bars);
}
