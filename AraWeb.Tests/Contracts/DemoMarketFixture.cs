using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Local;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Contracts;

/// <summary>The demo market in its third month, half a minute into a minute.</summary>
internal sealed class DemoMarketFixture : IProviderFixture
{
    public DemoMarketFixture() => Provider = new DemoMarketProvider(1, new ManualTime(Now));

    public IMarketDataProvider Provider { get; }

    public DateTimeOffset Now { get; } = new(2021, 3, 17, 15, 7, 30, TimeSpan.Zero);

    public void Dispose()
    {
    }
}
