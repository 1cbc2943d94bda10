using AraWeb.Engine.Core;
using AraWeb.Engine.Core.Calendars;

namespace AraWeb.Tests.Engine.Core.Calendars;

public sealed class ForexCalendarTests
{
    private static readonly TradingCalendar Calendar = ForexCalendar.Instance;

    [Theory]
    [InlineData("2024-06-10", "2024-06-09T21:00:00Z", "2024-06-10T21:00:00Z")]
    [InlineData("2024-01-15", "2024-01-14T22:00:00Z", "2024-01-15T22:00:00Z")]
    [InlineData("2024-03-11", "2024-03-10T21:00:00Z", "2024-03-11T21:00:00Z")] // the clocks moved that Sunday morning
    public void OpenOf_Monday_IsSundayAtSeventeenNewYork(string day, string open, string close)
    {
        Assert.Equal(DateTimeOffset.Parse(open), Calendar.OpenOf(DateOnly.Parse(day)));
        Assert.Equal(DateTimeOffset.Parse(close), Calendar.CloseOf(DateOnly.Parse(day)));
    }

    [Theory]
    [InlineData("2024-06-08", false)]
    [InlineData("2024-06-09", false)]
    [InlineData("2024-06-10", true)]
    [InlineData("2024-07-04", true)]
    [InlineData("2024-12-25", false)]
    [InlineData("2024-01-01", false)]
    public void IsSession_Day_FollowsTheWeek(string day, bool expected) => Assert.Equal(expected, Calendar.IsSession(DateOnly.Parse(day)));

    [Theory]
    [InlineData("2024-06-14T00:00:00Z", "1d", "2024-06-14T21:00:00Z")]
    [InlineData("2024-06-09T00:00:00Z", "1d", "2024-06-10T00:00:00Z")] // a Sunday stamp
    [InlineData("2024-06-09T21:00:00Z", "1d", "2024-06-10T21:00:00Z")] // a stamp at the broker's turn of day
    [InlineData("2024-06-10T00:00:00Z", "1w", "2024-06-14T21:00:00Z")]
    [InlineData("2024-06-09T00:00:00Z", "1w", "2024-06-14T21:00:00Z")]
    [InlineData("2024-06-11T20:00:00Z", "4h", "2024-06-12T00:00:00Z")] // runs over the bound of two sessions
    [InlineData("2024-06-14T20:00:00Z", "4h", "2024-06-14T21:00:00Z")] // cut by the end of the week
    public void CloseOfBar_EveryKindOfStamp_LiesAtTheEndOfTrading(string start, string timeframe, string close) =>
        Assert.Equal(DateTimeOffset.Parse(close), Calendar.CloseOfBar(DateTimeOffset.Parse(start), Timeframes.Parse(timeframe)));

    [Theory]
    [InlineData("1d", "2024-06-13T00:00:00Z", "2024-06-14T00:00:00Z", "2024-06-17T00:00:00Z")]
    [InlineData("1d", "2024-06-16T00:00:00Z", "2024-06-17T00:00:00Z", "2024-06-18T00:00:00Z")]
    [InlineData("1h", "2024-06-14T19:00:00Z", "2024-06-14T20:00:00Z", "2024-06-16T21:00:00Z")]
    [InlineData("4h", "2024-06-11T17:00:00Z", "2024-06-11T21:00:00Z", "2024-06-12T01:00:00Z")]
    [InlineData("4h", "2024-06-11T16:00:00Z", "2024-06-11T20:00:00Z", "2024-06-12T00:00:00Z")] // a source that counts from midnight UTC
    [InlineData("4h", "2024-06-14T16:00:00Z", "2024-06-14T20:00:00Z", "2024-06-16T20:00:00Z")]
    public void BarsAfter_EveryTimeframe_StaysInTheWeek(string timeframe, string start, string first, string second)
    {
        var bars = Calendar.BarsAfter(DateTimeOffset.Parse(start), Timeframes.Parse(timeframe), 2);

        Assert.Equal([DateTimeOffset.Parse(first), DateTimeOffset.Parse(second)], bars);
    }
}
