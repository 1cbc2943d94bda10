using AraWeb.Engine.Core;

namespace AraWeb.Tests.Web;

public sealed class AppUrlsTests
{
    [Theory]
    [InlineData("AAPL", "/predictions/AAPL")]
    [InlineData("BTCUSD@BITSTAMP", "/predictions/BTCUSD%40BITSTAMP")]
    [InlineData("BRK/B", "/predictions/BRK/B")]
    [InlineData("^VIX", "/predictions/%5EVIX")]
    [InlineData("M&M", "/predictions/M%26M")]
    public void PredictionsOf_SymbolAlone_IsEscapedAndShort(string symbol, string expected) =>
        Assert.Equal(expected, AppUrls.PredictionsOf(Symbol.Parse(symbol), timeframe: null, days: null, range: null));

    [Fact]
    public void PredictionsOf_AllParts_StandInTheQuery() =>
        Assert.Equal("/predictions/AAPL?tf=1d&days=5&range=6M", AppUrls.PredictionsOf(Symbol.Parse("AAPL"), Timeframe.OneDay, 5, "6M"));
}
