using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Chain;
using AraWeb.Engine.Providers.Remote.Symbols;
using AraWeb.Tests.Engine.Providers.Remote.Fakes;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Contracts;

/// <summary>A chain of three providers before fakes of their services.</summary>
internal sealed class MarketChainFixture : IProviderFixture
{
    private readonly ManualTime _time = new();

    public MarketChainFixture() => Provider = new MarketChain(
        [
            FakeClients.Coinbase(new FakeCoinbase(_time), _time),
            FakeClients.Yahoo(new FakeYahoo(_time), _time),
            FakeClients.Kraken(new FakeKraken(_time), _time),
        ],
        [SymbolBook.Read("AAPL"), SymbolBook.Read("BTC-USD"), SymbolBook.Read("EUR/USD")],
        [Timeframe.OneHour, Timeframe.OneDay],
        _time);

    public IMarketDataProvider Provider { get; }

    public DateTimeOffset Now => _time.GetUtcNow();

    public void Dispose() => ((IDisposable)Provider).Dispose();
}
