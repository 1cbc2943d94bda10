using AraWeb.Engine.Providers;
using AraWeb.Tests.Engine.Providers.Remote.Fakes;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Contracts;

/// <summary>The Binance provider before a fake of its service.</summary>
internal sealed class BinanceFixture : IProviderFixture
{
    private readonly ManualTime _time = new();

    public BinanceFixture() => Provider = FakeClients.Binance(new FakeBinance(_time), _time);

    public IMarketDataProvider Provider { get; }

    public DateTimeOffset Now => _time.GetUtcNow();

    public void Dispose() => ((IDisposable)Provider).Dispose();
}
