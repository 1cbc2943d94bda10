using AraWeb.Engine.Core;
using AraWeb.Formatting;

namespace AraWeb.Tests.Web.Formatting;

public sealed class TimeTextTests
{
    [Theory]
    [InlineData(AssetClass.Stock, "2026-11-20T21:00:00Z", "2026-11-20 16:00 New York")]
    [InlineData(AssetClass.Etf, "2026-07-01T20:00:00Z", "2026-07-01 16:00 New York")]
    [InlineData(AssetClass.Index, "2026-11-21T01:00:00Z", "2026-11-20 20:00 New York")]
    [InlineData(AssetClass.Crypto, "2026-11-20T21:00:00Z", "2026-11-20 21:00 UTC")]
    [InlineData(AssetClass.Forex, "2026-11-20T22:00:00+01:00", "2026-11-20 21:00 UTC")]
    public void Stamp_Moment_NamesItsClock(AssetClass assetClass, string moment, string expected) =>
        Assert.Equal(expected, TimeText.Stamp(DateTimeOffset.Parse(moment), assetClass));

    [Fact]
    public void Utc_Moment_IsConverted() => Assert.Equal("2026-11-20 21:05 UTC", TimeText.Utc(DateTimeOffset.Parse("2026-11-20T16:05:00-05:00")));

    [Theory]
    [InlineData(Timeframe.OneDay, AssetClass.Stock, "2026-11-20T00:00:00Z", "2026-11-20 Fri")]
    [InlineData(Timeframe.OneWeek, AssetClass.Stock, "2026-11-16T00:00:00Z", "2026-11-16")]
    [InlineData(Timeframe.OneHour, AssetClass.Stock, "2026-11-20T14:30:00Z", "2026-11-20 09:30")]
    [InlineData(Timeframe.OneMinute, AssetClass.Crypto, "2026-11-20T14:31:00Z", "2026-11-20 14:31")]
    public void Bar_Start_ReadsAsItsSessionOrClock(Timeframe timeframe, AssetClass assetClass, string start, string expected) =>
        Assert.Equal(expected, TimeText.Bar(DateTimeOffset.Parse(start), timeframe, assetClass));

    [Theory]
    [InlineData(Timeframe.OneDay, AssetClass.Stock, "Session")]
    [InlineData(Timeframe.OneWeek, AssetClass.Crypto, "Week of")]
    [InlineData(Timeframe.FiveMinutes, AssetClass.Etf, "Bar from (New York)")]
    [InlineData(Timeframe.FourHours, AssetClass.Crypto, "Bar from (UTC)")]
    public void BarHead_Column_NamesItsClock(Timeframe timeframe, AssetClass assetClass, string expected) =>
        Assert.Equal(expected, TimeText.BarHead(timeframe, assetClass));

    [Theory]
    [InlineData(70, "1:10")]
    [InlineData(7425, "2:03:45")]
    [InlineData(0.4, "0:00")]
    [InlineData(-5, "0:00")]
    public void Span_Seconds_ReadLikeAClock(double seconds, string expected) => Assert.Equal(expected, TimeText.Span(TimeSpan.FromSeconds(seconds)));
}
