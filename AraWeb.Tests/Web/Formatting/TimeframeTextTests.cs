using AraWeb.Engine.Core;
using AraWeb.Formatting;

namespace AraWeb.Tests.Web.Formatting;

public sealed class TimeframeTextTests
{
    [Theory]
    [InlineData(1, Timeframe.OneDay, "1 session")]
    [InlineData(5, Timeframe.OneDay, "5 sessions")]
    [InlineData(30, Timeframe.OneMinute, "30 minutes")]
    [InlineData(1, Timeframe.OneHour, "1 hour")]
    [InlineData(2, Timeframe.OneWeek, "2 weeks")]
    [InlineData(1, Timeframe.FiveMinutes, "1 bar of 5 minutes")]
    [InlineData(3, Timeframe.FourHours, "3 bars of 4 hours")]
    public void Ahead_Count_IsNamedInItsNumber(int count, Timeframe timeframe, string expected) =>
        Assert.Equal(expected, TimeframeText.Ahead(count, timeframe));

    [Fact]
    public void Adjective_AllTimeframes_Differ() =>
        Assert.Equal(Enum.GetValues<Timeframe>().Length, Enum.GetValues<Timeframe>().Select(TimeframeText.Adjective).Distinct().Count());

    [Fact]
    public void Group_AllKinds_Differ() =>
        Assert.Equal(Enum.GetValues<AssetClass>().Length, Enum.GetValues<AssetClass>().Select(TimeframeText.Group).Distinct().Count());

    [Fact]
    public void Kind_Fund_IsAnAbbreviation() => Assert.Equal("ETF", TimeframeText.Kind(AssetClass.Etf));
}
