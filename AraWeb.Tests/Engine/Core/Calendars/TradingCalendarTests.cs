using AraWeb.Engine.Core;

namespace AraWeb.Tests.Engine.Core.Calendars;

/// <summary>What holds for every calendar.</summary>
public sealed class TradingCalendarTests
{
    public static TheoryData<AssetClass, Timeframe> Cases
    {
        get
        {
            var cases = new TheoryData<AssetClass, Timeframe>();
            foreach (var assetClass in new[] { AssetClass.Stock, AssetClass.Forex, AssetClass.Crypto })
            {
                foreach (var timeframe in Enum.GetValues<Timeframe>())
                {
                    cases.Add(assetClass, timeframe);
                }
            }

            return cases;
        }
    }

    [Theory]
    [InlineData(AssetClass.Stock, "NYSE", 252)]
    [InlineData(AssetClass.Etf, "NYSE", 252)]
    [InlineData(AssetClass.Index, "NYSE", 252)]
    [InlineData(AssetClass.Crypto, "24/7", 365)]
    [InlineData(AssetClass.Forex, "Forex", 260)]
    public void For_AssetClass_GivesItsCalendar(AssetClass assetClass, string name, int sessions)
    {
        var calendar = TradingCalendar.For(assetClass);

        Assert.Equal((name, sessions), (calendar.Name, calendar.SessionsPerYear));
        var inFourYears = Enumerable.Range(0, 1461).Count(i => calendar.IsSession(new DateOnly(2021, 1, 1).AddDays(i)));
        Assert.InRange(inFourYears / 4.0, sessions - 2, sessions + 2);
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void BarsAfter_FromAnyOfItsBars_ContinuesTheSameGrid(AssetClass assetClass, Timeframe timeframe)
    {
        var calendar = TradingCalendar.For(assetClass);
        var start = calendar.BarsAfter(new DateTimeOffset(2023, 12, 18, 0, 0, 0, TimeSpan.Zero), timeframe, 1)[0];

        var bars = calendar.BarsAfter(start, timeframe, 400);

        for (var i = 1; i < bars.Count; i++)
        {
            Assert.True(bars[i] > bars[i - 1], $"{bars[i]:u} does not follow {bars[i - 1]:u}.");
            Assert.Equal(bars[i], calendar.BarsAfter(bars[i - 1], timeframe, 1)[0]);
        }
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void CloseOfBar_BarsInOrder_NeverOverlapTheNext(AssetClass assetClass, Timeframe timeframe)
    {
        var calendar = TradingCalendar.For(assetClass);
        var bars = calendar.BarsAfter(new DateTimeOffset(2024, 2, 26, 0, 0, 0, TimeSpan.Zero), timeframe, 400);

        for (var i = 1; i < bars.Count; i++)
        {
            var close = calendar.CloseOfBar(bars[i - 1], timeframe);
            Assert.True(close > bars[i - 1], $"The bar at {bars[i - 1]:u} closes at {close:u}.");
            Assert.True(close < calendar.CloseOfBar(bars[i], timeframe), $"The bar at {bars[i]:u} closes before the one ahead of it.");
            Assert.True(!timeframe.IsIntraday() || close <= bars[i], $"The bar at {bars[i - 1]:u} closes at {close:u}, after the next began.");
        }
    }

    [Fact]
    public void KnownAt_JustBeforeAndAtTheClose_LeavesOutAndHoldsTheBar()
    {
        var friday = new DateTimeOffset(2024, 11, 29, 0, 0, 0, TimeSpan.Zero);
        Bar[] bars = [new(friday.AddDays(-2), 1, 1, 1, 1, 0), new(friday, 1, 1, 1, 1, 0)];
        var series = BarSeries.FromBars(Symbol.Parse("A"), AssetClass.Stock, Timeframe.OneDay, bars);

        Assert.Equal(1, series.KnownAt(friday.AddHours(18).AddTicks(-1)).Count);
        Assert.Equal(2, series.KnownAt(friday.AddHours(18)).Count);
    }
}
