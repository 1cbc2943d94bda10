using AraWeb.Engine.Core;

namespace AraWeb.Tests.Engine.Core;

public sealed class BarSeriesTests
{
    private static readonly Symbol Coin = Symbol.Parse("COIN");
    private static readonly DateTimeOffset Start = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    [Fact]
    public void FromBars_Bars_BecomeColumnsAndBack()
    {
        var bars = Bars(5);

        var series = BarSeries.FromBars(Coin, AssetClass.Crypto, Timeframe.OneDay, bars);

        Assert.Equal((Coin, AssetClass.Crypto, Timeframe.OneDay, 5), (series.Symbol, series.AssetClass, series.Timeframe, series.Count));
        Assert.Equal(bars, Enumerable.Range(0, 5).Select(i => series[i]));
        Assert.Equal(bars.Select(bar => bar.Close), series.Close.ToArray());
        Assert.Equal(bars.Select(bar => bar.Time.ToUnixTimeMilliseconds()), series.Times.ToArray());
    }

    [Fact]
    public void FromBars_EqualOrFallingStamps_Throw()
    {
        Bar[] equal = [Bars(1)[0], Bars(1)[0]];
        Bar[] falling = [.. Bars(2).Reverse()];

        Assert.Throws<ArgumentException>(() => BarSeries.FromBars(Coin, AssetClass.Crypto, Timeframe.OneDay, equal));
        Assert.Throws<ArgumentException>(() => BarSeries.FromBars(Coin, AssetClass.Crypto, Timeframe.OneDay, falling));
    }

    [Fact]
    public void Slice_OfASlice_CountsFromItsOwnStart()
    {
        var series = Series(10).Slice(2, 6).Slice(1, 3);

        Assert.Equal([103, 104, 105], series.Close.ToArray());
        Assert.Equal([104, 105], series.Last(2).Close.ToArray());
        Assert.Equal(3, series.Last(99).Count);
        Assert.Equal(0, series.Slice(3, 0).Count);
    }

    [Theory]
    [InlineData(-1, 1)]
    [InlineData(0, -1)]
    [InlineData(0, 11)]
    [InlineData(10, 1)]
    public void Slice_OutsideTheSeries_Throws(int start, int count) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Series(10).Slice(start, count));

    [Fact]
    public void Slice_IndexBeyondIt_DoesNotReachTheParent() => Assert.Throws<IndexOutOfRangeException>(() => Series(10).Slice(0, 5)[5]);

    [Theory]
    [InlineData(-1, 0)]
    [InlineData(0, 0)]
    [InlineData(24, 1)]
    [InlineData(25, 1)]
    [InlineData(48, 2)]
    [InlineData(9999, 10)]
    public void KnownAt_Hours_HoldsTheBarsThatHadClosed(int hours, int expected) => Assert.Equal(expected, Series(10).KnownAt(Start.AddHours(hours)).Count);

    private static Bar[] Bars(int count) =>
        [.. Enumerable.Range(0, count).Select(i => new Bar(Start.AddDays(i), 100 + i, 101 + i, 99 + i, 100 + i, i))];

    private static BarSeries Series(int count) => BarSeries.FromBars(Coin, AssetClass.Crypto, Timeframe.OneDay, Bars(count));
}
