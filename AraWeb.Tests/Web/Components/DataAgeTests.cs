using AraWeb.Components.Pages.Predictions;
using AraWeb.Engine.Core;

namespace AraWeb.Tests.Web.Components;

public sealed class DataAgeTests
{
    // Maundy Thursday's close to the Tuesday after Easter is four days and a half.
    [Theory]
    [InlineData(Timeframe.OneDay, 5.9, false)]
    [InlineData(Timeframe.OneDay, 6.1, true)]
    [InlineData(Timeframe.OneMinute, 4.5, false)]
    [InlineData(Timeframe.OneMinute, 5.1, true)]
    [InlineData(Timeframe.OneWeek, 11, false)]
    public void IsOld_Age_ForgivesAPauseAndOneBar(Timeframe timeframe, double days, bool expected)
    {
        var now = new DateTimeOffset(2026, 11, 20, 12, 0, 0, TimeSpan.Zero);
        Assert.Equal(expected, DataAge.IsOld(now.AddDays(-days), timeframe, now));
    }
}
