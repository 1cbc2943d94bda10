using AraWeb.Engine.Core;
using AraWeb.Engine.Core.Calendars;

namespace AraWeb.Tests.Engine.Core.Calendars;

/// <summary>Expected days from the exchange's published lists of holidays, early closes and special closings.</summary>
public sealed class NyseCalendarTests
{
    private static readonly TradingCalendar Calendar = NyseCalendar.Instance;

    [Theory]
    [InlineData(1996, 254)]
    [InlineData(2001, 248)]
    [InlineData(2012, 250)]
    [InlineData(2016, 252)]
    [InlineData(2017, 251)]
    [InlineData(2018, 251)]
    [InlineData(2019, 252)]
    [InlineData(2020, 253)]
    [InlineData(2021, 252)]
    [InlineData(2022, 251)]
    [InlineData(2023, 250)]
    [InlineData(2024, 252)]
    [InlineData(2025, 250)]
    public void IsSession_WholeYear_CountsAsPublished(int year, int expected)
    {
        var first = new DateOnly(year, 1, 1);

        var sessions = Enumerable.Range(0, 366).Select(first.AddDays).Count(day => day.Year == year && Calendar.IsSession(day));

        Assert.Equal(expected, sessions);
    }

    [Theory]
    [InlineData("1998-01-19")] // the first Martin Luther King day kept
    [InlineData("2001-09-11")]
    [InlineData("2001-09-14")]
    [InlineData("2004-06-11")]
    [InlineData("2007-01-02")]
    [InlineData("2012-10-29")]
    [InlineData("2012-10-30")]
    [InlineData("2018-12-05")]
    [InlineData("2025-01-09")]
    [InlineData("1994-04-27")]
    [InlineData("2019-04-19")] // Good Friday
    [InlineData("2024-03-29")] // Good Friday in March
    [InlineData("2022-06-20")] // Juneteenth on a Sunday
    [InlineData("2024-06-19")]
    [InlineData("2020-07-03")] // Independence Day on a Saturday
    [InlineData("2021-07-05")] // Independence Day on a Sunday
    [InlineData("2021-12-24")] // Christmas on a Saturday
    [InlineData("2022-12-26")] // Christmas on a Sunday
    [InlineData("2023-01-02")] // New Year on a Sunday
    [InlineData("2024-09-02")]
    [InlineData("2024-11-28")]
    [InlineData("2024-05-27")]
    [InlineData("2024-02-19")]
    [InlineData("1980-11-04")] // the last Election Day kept
    [InlineData("2024-06-15")] // a Saturday
    public void IsSession_ClosedDay_False(string day) => Assert.False(Calendar.IsSession(Day(day)));

    [Theory]
    [InlineData("1997-01-20")] // before Martin Luther King day was kept
    [InlineData("2021-12-31")] // New Year on a Saturday is not moved into the old year
    [InlineData("2010-12-31")]
    [InlineData("2021-06-18")] // before Juneteenth was kept
    [InlineData("2001-09-10")]
    [InlineData("2001-09-17")]
    [InlineData("2012-10-31")]
    [InlineData("2024-10-14")] // Columbus Day
    [InlineData("2024-11-11")] // Veterans Day
    [InlineData("1984-11-06")] // Election Day, no longer kept
    public void IsSession_OpenDay_True(string day) => Assert.True(Calendar.IsSession(Day(day)));

    [Theory]
    [InlineData("2024-11-29", 18)]
    [InlineData("2024-12-24", 18)]
    [InlineData("2024-07-03", 17)]
    [InlineData("2023-07-03", 17)]
    [InlineData("2013-07-03", 17)]
    [InlineData("2012-07-03", 17)]
    [InlineData("2002-07-05", 17)]
    [InlineData("1999-12-31", 18)]
    [InlineData("1993-11-26", 18)]
    [InlineData("1992-11-27", 19)] // 14:00 in that year
    [InlineData("2002-07-03", 20)] // a Wednesday before 2013 was a full day
    [InlineData("2019-07-05", 20)]
    [InlineData("2026-07-02", 20)]
    [InlineData("1991-11-29", 21)]
    [InlineData("2024-12-31", 21)]
    public void CloseOf_HalfAndFullDays_AsPublished(string day, int utcHour) =>
        Assert.Equal(Utc(day).AddHours(utcHour), Calendar.CloseOf(Day(day)));

    [Theory]
    [InlineData("2024-03-08", "2024-03-08T14:30:00Z")]
    [InlineData("2024-03-11", "2024-03-11T13:30:00Z")] // daylight time since the Sunday before
    [InlineData("2006-03-27", "2006-03-27T14:30:00Z")] // until 2006 it began in April
    public void OpenOf_AroundDaylightTime_FollowsNewYork(string day, string open) =>
        Assert.Equal(DateTimeOffset.Parse(open), Calendar.OpenOf(Day(day)));

    [Fact]
    public void OpenOf_ClosedDay_Throws()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.OpenOf(new DateOnly(2024, 12, 25)));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.CloseOf(new DateOnly(2024, 12, 25)));
    }

    [Theory]
    [InlineData("2024-11-27T00:00:00Z", "1d", "2024-11-27T21:00:00Z")]
    [InlineData("2024-11-29T00:00:00Z", "1d", "2024-11-29T18:00:00Z")]
    [InlineData("2024-11-28T00:00:00Z", "1d", "2024-11-29T00:00:00Z")] // no session: the end of the UTC day
    [InlineData("2024-11-29T05:00:00Z", "1d", "2024-11-29T18:00:00Z")] // midnight of New York as stamp
    [InlineData("2024-11-25T00:00:00Z", "1w", "2024-11-29T18:00:00Z")]
    [InlineData("2024-03-25T00:00:00Z", "1w", "2024-03-28T20:00:00Z")] // Good Friday week
    [InlineData("2024-11-29T17:30:00Z", "1h", "2024-11-29T18:00:00Z")] // cut by the early close
    [InlineData("2024-11-27T20:30:00Z", "1h", "2024-11-27T21:00:00Z")]
    [InlineData("2024-11-27T14:00:00Z", "1h", "2024-11-27T15:00:00Z")] // stamped by the full hour before the open
    [InlineData("2024-11-27T20:59:00Z", "1m", "2024-11-27T21:00:00Z")]
    [InlineData("2024-11-27T22:00:00Z", "5m", "2024-11-27T22:05:00Z")] // after hours
    public void CloseOfBar_EveryKindOfStamp_LiesAtTheEndOfTrading(string start, string timeframe, string close) =>
        Assert.Equal(DateTimeOffset.Parse(close), Calendar.CloseOfBar(DateTimeOffset.Parse(start), Timeframes.Parse(timeframe)));

    [Theory]
    [InlineData("1d", "2024-11-27T00:00:00Z", "2024-11-29T00:00:00Z", "2024-12-02T00:00:00Z")]
    [InlineData("1w", "2024-11-25T00:00:00Z", "2024-12-02T00:00:00Z", "2024-12-09T00:00:00Z")]
    [InlineData("1h", "2024-11-29T16:30:00Z", "2024-11-29T17:30:00Z", "2024-12-02T14:30:00Z")]
    [InlineData("4h", "2024-03-08T14:30:00Z", "2024-03-08T18:30:00Z", "2024-03-11T13:30:00Z")]
    [InlineData("1m", "2024-11-29T17:58:00Z", "2024-11-29T17:59:00Z", "2024-12-02T14:30:00Z")]
    [InlineData("1h", "2024-11-27T19:00:00Z", "2024-11-27T20:00:00Z", "2024-11-29T14:00:00Z")] // a source that counts from the full hour
    public void BarsAfter_EveryTimeframe_StaysInSessions(string timeframe, string start, string first, string second)
    {
        var bars = Calendar.BarsAfter(DateTimeOffset.Parse(start), Timeframes.Parse(timeframe), 2);

        Assert.Equal([DateTimeOffset.Parse(first), DateTimeOffset.Parse(second)], bars);
    }

    [Fact]
    public void BarsAfter_MinutesOfOneSession_AreThreeHundredNinety()
    {
        var open = Calendar.OpenOf(new DateOnly(2024, 12, 2));

        var bars = Calendar.BarsAfter(open.AddMinutes(-1), Timeframe.OneMinute, 391);

        Assert.Equal(open, bars[0]);
        Assert.Equal(open.AddMinutes(389), bars[389]);
        Assert.Equal(Calendar.OpenOf(new DateOnly(2024, 12, 3)), bars[390]);
    }

    private static DateOnly Day(string day) => DateOnly.Parse(day);

    private static DateTimeOffset Utc(string day) => new(DateOnly.Parse(day), TimeOnly.MinValue, TimeSpan.Zero);
}
