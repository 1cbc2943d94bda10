using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Remote.Symbols;

/// <summary>An instrument by its parts, from which every service's own spelling is made.</summary>
/// <param name="Symbol">Ara's spelling: <c>AAPL</c>, <c>BRK.B</c>, <c>SPX</c>, <c>EURUSD</c>, <c>BTCUSD</c>, <c>BTCUSDT</c>.</param>
/// <param name="AssetClass">Its kind.</param>
/// <param name="Base">What is bought: the coin, currency, ticker or index.</param>
/// <param name="Quote">What it is paid in; empty for shares and indices, whose currency the service tells.</param>
/// <param name="Title">What a person calls it.</param>
internal sealed record MarketName(Symbol Symbol, AssetClass AssetClass, string Base, string Quote, string Title);
