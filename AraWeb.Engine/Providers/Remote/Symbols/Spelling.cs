namespace AraWeb.Engine.Providers.Remote.Symbols;

/// <summary>Whose way of writing symbols is meant.</summary>
internal enum Spelling
{
    /// <summary><c>BRK-B</c>, <c>^GSPC</c>, <c>EURUSD=X</c>, <c>BTC-USD</c>.</summary>
    Yahoo,

    /// <summary><c>BTCUSDT</c>.</summary>
    Binance,

    /// <summary><c>BTC-USD</c>.</summary>
    Coinbase,

    /// <summary><c>XBTUSD</c>, the name that its REST calls alternative.</summary>
    Kraken,

    /// <summary><c>BTC/USD</c>, in the second version of its WebSocket.</summary>
    KrakenStream,

    /// <summary><c>BRK-B</c>; currencies and coins go in two parameters.</summary>
    AlphaVantage,

    /// <summary><c>BRK.B</c>, <c>I:SPX</c>, <c>C:EURUSD</c>, <c>X:BTCUSD</c>.</summary>
    Polygon,
}
