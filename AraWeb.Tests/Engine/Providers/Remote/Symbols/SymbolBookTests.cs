using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Remote.Symbols;

namespace AraWeb.Tests.Engine.Providers.Remote.Symbols;

public sealed class SymbolBookTests
{
    [Theory]
    [InlineData("BTC-USD", "BTCUSD", AssetClass.Crypto)]
    [InlineData("BTC/USD", "BTCUSD", AssetClass.Crypto)]
    [InlineData("XBT/USD", "BTCUSD", AssetClass.Crypto)]
    [InlineData("XBTUSD", "BTCUSD", AssetClass.Crypto)]
    [InlineData("XXBTZUSD", "BTCUSD", AssetClass.Crypto)]
    [InlineData("X:BTCUSD", "BTCUSD", AssetClass.Crypto)]
    [InlineData("BTCUSDT", "BTCUSDT", AssetClass.Crypto)]
    [InlineData("BTC-USDT", "BTCUSDT", AssetClass.Crypto)]
    [InlineData("XETHXXBT", "ETHBTC", AssetClass.Crypto)]
    [InlineData("XDGUSD", "DOGEUSD", AssetClass.Crypto)]
    [InlineData("WIFUSDT", "WIFUSDT", AssetClass.Crypto)]
    [InlineData("EURUSD", "EURUSD", AssetClass.Forex)]
    [InlineData("EUR/USD", "EURUSD", AssetClass.Forex)]
    [InlineData("EURUSD=X", "EURUSD", AssetClass.Forex)]
    [InlineData("C:EURUSD", "EURUSD", AssetClass.Forex)]
    [InlineData("JPY=X", "USDJPY", AssetClass.Forex)]
    [InlineData("XAUUSD", "XAUUSD", AssetClass.Forex)]
    [InlineData("^GSPC", "SPX", AssetClass.Index)]
    [InlineData("SPX", "SPX", AssetClass.Index)]
    [InlineData("I:SPX", "SPX", AssetClass.Index)]
    [InlineData("^FTSE", "^FTSE", AssetClass.Index)]
    [InlineData("AAPL", "AAPL", AssetClass.Stock)]
    [InlineData("BRK-B", "BRK.B", AssetClass.Stock)]
    [InlineData("BRK.B", "BRK.B", AssetClass.Stock)]
    [InlineData("BRK/B", "BRK.B", AssetClass.Stock)]
    [InlineData("VOD.L", "VOD.L", AssetClass.Stock)]
    [InlineData("SPY", "SPY", AssetClass.Etf)]
    public void Read_AnySpelling_IsAras(string text, string expected, AssetClass assetClass)
    {
        var name = SymbolBook.Read(text);

        Assert.Equal((Symbol.Parse(expected), assetClass), (name.Symbol, name.AssetClass));
        Assert.Equal(name, SymbolBook.Read(name.Symbol));
    }

    [Theory]
    [InlineData("BTCUSD", "BTC-USD", null, "BTC-USD", "XBTUSD", "BTC/USD", "X:BTCUSD")]
    [InlineData("BTCUSDT", "BTC-USDT", "BTCUSDT", "BTC-USDT", "XBTUSDT", "BTC/USDT", "X:BTCUSDT")]
    [InlineData("DOGEUSD", "DOGE-USD", null, "DOGE-USD", "XDGUSD", "DOGE/USD", "X:DOGEUSD")]
    [InlineData("EURUSD", "EURUSD=X", null, null, null, null, "C:EURUSD")]
    [InlineData("SPX", "^GSPC", null, null, null, null, "I:SPX")]
    [InlineData("BRK.B", "BRK-B", null, null, null, null, "BRK.B")]
    [InlineData("VOD.L", "VOD.L", null, null, null, null, "VOD.L")]
    [InlineData("AAPL", "AAPL", null, null, null, null, "AAPL")]
    public void Write_EachService_HasItsOwnSpelling(
        string symbol, string yahoo, string? binance, string? coinbase, string? kraken, string? krakenStream, string polygon)
    {
        var name = SymbolBook.Read(symbol);

        Assert.Equal(yahoo, SymbolBook.Write(name, Spelling.Yahoo));
        Assert.Equal(binance ?? (name.AssetClass == AssetClass.Crypto ? symbol : null), SymbolBook.Write(name, Spelling.Binance));
        Assert.Equal(coinbase, SymbolBook.Write(name, Spelling.Coinbase));
        Assert.Equal(kraken, SymbolBook.Write(name, Spelling.Kraken));
        Assert.Equal(krakenStream, SymbolBook.Write(name, Spelling.KrakenStream));
        Assert.Equal(polygon, SymbolBook.Write(name, Spelling.Polygon));
    }

    [Fact]
    public void Catalog_All_HasFiftyCoinsAndTheMajorAndMinorPairs()
    {
        var catalog = SymbolBook.Catalog;

        Assert.Equal(catalog.Count, catalog.Select(name => name.Symbol).Distinct().Count());
        Assert.True(catalog.Count(name => name.AssetClass == AssetClass.Crypto) >= 50);
        Assert.Equal(28, catalog.Count(name => name.AssetClass == AssetClass.Forex));
        Assert.All(catalog, name => Assert.Equal(name, SymbolBook.Read(name.Symbol)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("a b")]
    [InlineData("<html>")]
    public void SymbolOf_NoSymbol_IsNull(string text) => Assert.Null(SymbolBook.SymbolOf(text));

    [Fact]
    public void CoinPair_TwoCurrencies_IsNone()
    {
        Assert.Null(SymbolBook.CoinPair("EUR", "USD"));
        Assert.Null(SymbolBook.CoinPair("a b", "USD"));
        Assert.Equal("BTCEUR", SymbolBook.CoinPair("XBT", "ZEUR")!.Symbol.Text);
    }
}
