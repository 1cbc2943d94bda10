using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;

namespace AraWeb.Tests.Engine.Providers;

public sealed class SymbolLookupTests
{
    private static readonly Symbol[] Known =
    [
        .. new[] { "AAPL", "BTCUSDT", "BTCUSD@COINBASE", "BTCUSD@BITSTAMP", "EURUSD", "EURUSD@OANDA", "MSFT" }.Select(Symbol.Parse),
    ];

    [Theory]
    [InlineData("AAPL", "AAPL")]
    [InlineData("BTCUSD", "BTCUSD@BITSTAMP")] // alphabetically the first venue
    [InlineData("EURUSD", "EURUSD")] // a plain symbol wins over its venues
    [InlineData("EURUSD@OANDA", "EURUSD@OANDA")]
    public void Resolve_KnownOrTicker_FindsIt(string wanted, string expected) =>
        Assert.Equal(Symbol.Parse(expected), SymbolLookup.Resolve(Symbol.Parse(wanted), Known, "the test"));

    [Theory]
    [InlineData("BTCUSTD", "Did you mean BTCUSDT")]
    [InlineData("APPL", "Did you mean AAPL?")]
    [InlineData("BTC", "Did you mean BTCUSD@BITSTAMP or BTCUSD@COINBASE or BTCUSDT?")]
    [InlineData("EURUSD@FXCM", "Did you mean EURUSD or EURUSD@OANDA?")]
    [InlineData("ZZZZZZ", "Use one of the 7 symbols that are there, for example AAPL, BTCUSD@BITSTAMP, BTCUSD@COINBASE.")]
    public void Resolve_Unknown_AdviceNamesNearMatches(string wanted, string advice)
    {
        var error = Assert.Throws<UnknownSymbolException>(() => SymbolLookup.Resolve(Symbol.Parse(wanted), Known, "the test"));

        Assert.StartsWith(advice, error.Advice, StringComparison.Ordinal);
        Assert.Equal($"{wanted} is not in the test.", error.Message);
        Assert.Equal("unknown-symbol", error.Code);
    }

    [Fact]
    public void Resolve_NothingKnown_AdviceSaysHowToGetData()
    {
        var error = Assert.Throws<UnknownSymbolException>(() => SymbolLookup.Resolve(Symbol.Parse("AAPL"), [], "the test"));

        Assert.Contains("ara data import", error.Advice, StringComparison.Ordinal);
    }
}
