using AraWeb.Engine.Providers;

namespace AraWeb.Tests.Contracts;

/// <summary>Makes a provider that has data. One class per provider, found by reflection, with a constructor without arguments.</summary>
internal interface IProviderFixture : IDisposable
{
    /// <summary>The provider, with at least one instrument of at least twenty bars in each of its time frames.</summary>
    IMarketDataProvider Provider { get; }

    /// <summary>The moment that the provider's clock shows.</summary>
    DateTimeOffset Now { get; }
}
