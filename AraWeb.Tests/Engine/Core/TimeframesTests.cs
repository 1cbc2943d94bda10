using AraWeb.Engine.Core;

namespace AraWeb.Tests.Engine.Core;

public sealed class TimeframesTests
{
    [Theory]
    [InlineData(Timeframe.OneMinute, "1m", 1, true)]
    [InlineData(Timeframe.FiveMinutes, "5m", 5, true)]
    [InlineData(Timeframe.OneHour, "1h", 60, true)]
    [InlineData(Timeframe.FourHours, "4h", 240, true)]
    [InlineData(Timeframe.OneDay, "1d", 1440, false)]
    [InlineData(Timeframe.OneWeek, "1w", 10080, false)]
    public void Code_EachTimeframe_ComesBackAndHasItsLength(Timeframe timeframe, string code, int minutes, bool isIntraday)
    {
        Assert.Equal(code, timeframe.Code());
        Assert.Equal(timeframe, Timeframes.Parse(code.ToUpperInvariant()));
        Assert.Equal(TimeSpan.FromMinutes(minutes), timeframe.Length());
        Assert.Equal(isIntraday, timeframe.IsIntraday());
    }

    [Theory]
    [InlineData("")]
    [InlineData(null)]
    [InlineData("2d")]
    [InlineData("day")]
    public void Parse_UnknownCode_NamesTheKnownOnes(string? code)
    {
        var error = Assert.Throws<InputException>(() => Timeframes.Parse(code));

        Assert.Equal("Use one of 1m, 5m, 1h, 4h, 1d, 1w.", error.Advice);
    }

    [Fact]
    public void Codes_All_HoldEveryTimeframe() => Assert.Equal(Enum.GetValues<Timeframe>().Select(timeframe => timeframe.Code()), Timeframes.Codes);
}
