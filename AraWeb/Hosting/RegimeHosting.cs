using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Accuracy;
using AraWeb.Engine.Studies.Benchmarks;

namespace AraWeb.Hosting;

/// <summary>The detection of market states and the studies that measure it.</summary>
internal static class RegimeHosting
{
    /// <summary>Adds the studies.</summary>
    internal static IServiceCollection AddRegime(this IServiceCollection services) => services
        .AddSingleton<IStudy, RegimeStudy>()
        .AddSingleton<IStudy, RegimeBenchmark>();
}
