using AraWeb.Engine.Providers;
using AraWeb.Tests.Engine.Providers.Remote.Fakes;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Contracts;

/// <summary>The Kraken provider before a fake of its service.</summary>
internal sealed class KrakenFixture : IProviderFixture
{
    private readonly ManualTime _time = new();

    public KrakenFixture() => Provider = FakeClients.Kraken(new FakeKraken(_time), _time);

    public IMarketDataProvider Provider { get; }

    public DateTimeOffset Now => _time.GetUtcNow();

    public void Dispose() => ((IDisposable)Provider).Dispose();
}
