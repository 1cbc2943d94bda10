using AraWeb.Components;
using AraWeb.Engine.Core;

namespace AraWeb.Tests.Web.Components;

public sealed class InstrumentSearchTests
{
    private static readonly Instrument[] All =
    [
        Make("AAPL", "Apple Inc.", AssetClass.Stock), Make("ABT", "Abbott", AssetClass.Stock), Make("APP", "Applied Things", AssetClass.Stock),
        Make("BTCUSD@BITSTAMP", "Bitcoin", AssetClass.Crypto), Make("PAP", "Paper", AssetClass.Stock), Make("EURUSD", "Euro in dollars", AssetClass.Forex),
    ];

    [Fact]
    public void Find_EmptyText_KeepsOrderAndLimit() => Assert.Equal(["AAPL", "ABT"], Symbols(InstrumentSearch.Find(All, " ", 2)));

    [Fact]
    public void Find_Letters_PutsTheSymbolFirstThenPrefixThenNameThenRest()
    {
        Instrument[] list = [Make("XAPP", "None", AssetClass.Stock), Make("APPN", "None", AssetClass.Stock), .. All];
        Assert.Equal(["APP", "APPN", "AAPL", "XAPP"], Symbols(InstrumentSearch.Find(list, "app", 10)));
    }

    [Theory]
    [InlineData("btcusd", "BTCUSD@BITSTAMP")]
    [InlineData("dollars", "EURUSD")]
    [InlineData("usd", "BTCUSD@BITSTAMP,EURUSD")]
    [InlineData("zzz", "")]
    public void Find_Text_MatchesTickerAndName(string text, string expected) =>
        Assert.Equal(expected, string.Join(',', Symbols(InstrumentSearch.Find(All, text, 10))));

    [Theory]
    [InlineData("APPL", "APP,AAPL")]
    [InlineData("EURUDS", "EURUSD")]
    [InlineData("AAPLE", "AAPL")]
    [InlineData("ZZZZZZ", "")]
    public void NearMatches_Misspelt_FindsWhatWasMeant(string text, string expected)
    {
        var found = Symbols(InstrumentSearch.NearMatches(All, text, 2));
        Assert.Equal(expected.Length == 0 ? [] : expected.Split(',').Order(), found.Order());
    }

    [Fact]
    public void Groups_Instruments_StandUnderTheirKindAndSayWhenSimulated()
    {
        var groups = InstrumentOptions.Groups([.. All, Sample.Coin], "");

        Assert.Equal(["Stocks", "Crypto", "Forex"], groups.Select(group => group.Title));
        Assert.Equal("simulated", groups[1].Options.Single(option => option.Key == "COIN1").Tag);
        Assert.Null(groups[0].Options[0].Tag);
    }

    private static Instrument Make(string symbol, string name, AssetClass kind) => Sample.Instrument(symbol, name, kind, simulated: false, Timeframe.OneDay);

    private static string[] Symbols(IEnumerable<Instrument> instruments) => [.. instruments.Select(instrument => instrument.Symbol.Text)];
}
