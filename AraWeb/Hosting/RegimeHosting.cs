using AraWeb.Engine.Providers;
using AraWeb.Engine.Regime;
using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Accuracy;
using AraWeb.Engine.Studies.Benchmarks;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AraWeb.Hosting;

/// <summary>The detection of market states and the studies that measure it.</summary>
internal static class RegimeHosting
{
    /// <summary>Adds the service that reads from the store, and the studies.</summary>
    internal static IServiceCollection AddRegime(this IServiceCollection services)
    {
        services.TryAddSingleton<RegimeCache>();
        services.TryAddSingleton(provider => new RegimeService(
            provider.GetRequiredService<IBarStore>(), provider.GetRequiredService<RegimeCache>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<IStudy, RegimeStudy>();
        services.AddSingleton<IStudy, RegimeBenchmark>();
        return services;
    }
}
