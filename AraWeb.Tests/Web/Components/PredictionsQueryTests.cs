using AraWeb.Components.Pages.Predictions;
using AraWeb.Engine.Core;

namespace AraWeb.Tests.Web.Components;

public sealed class PredictionsQueryTests
{
    [Fact]
    public void Parse_Nothing_IsThePagesOwnChoice()
    {
        var query = PredictionsQuery.Parse(null, " ", string.Empty, null);

        Assert.Null(query.Symbol);
        Assert.Null(query.Timeframe);
        Assert.Equal(30, query.Reach.Bars);
        Assert.Same(ChartRange.Fit, query.Range);
    }

    [Fact]
    public void Parse_All_IsRead()
    {
        var query = PredictionsQuery.Parse("brk/b", "1H", "7", "ytd");
        Assert.Equal(("BRK/B", Timeframe.OneHour, 7, "YTD"), (query.Symbol!.Value.Text, query.Timeframe!.Value, query.Reach.Bars, query.Range.Code));
    }

    [Theory]
    [InlineData("A B", null, null, null, "symbol")]
    [InlineData(null, "2m", null, null, "timeframe")]
    [InlineData(null, null, "0", null, "days")]
    [InlineData(null, null, "31", null, "days")]
    [InlineData(null, null, "soon", null, "days")]
    [InlineData(null, null, null, "2Y", "range")]
    public void Parse_Nonsense_NamesThePart(string? symbol, string? timeframe, string? days, string? range, string name) =>
        Assert.Equal(name, Assert.Throws<InputException>(() => PredictionsQuery.Parse(symbol, timeframe, days, range)).Name);

    [Theory]
    [InlineData("1D", Timeframe.OneDay, false)]
    [InlineData("1W", Timeframe.OneDay, true)]
    [InlineData("1D", Timeframe.OneMinute, true)]
    [InlineData("1M", Timeframe.OneMinute, true)]
    [InlineData("3M", Timeframe.OneMinute, false)]
    [InlineData("5Y", Timeframe.OneHour, true)]
    [InlineData("Max", Timeframe.OneMinute, true)]
    [InlineData("1M", Timeframe.OneWeek, false)]
    public void Suits_RangeAndTimeframe_LeavesOutWhatShowsNothing(string range, Timeframe timeframe, bool expected) =>
        Assert.Equal(expected, ChartRange.Parse(range).Suits(timeframe));
}
