using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Benchmarks;
using AraWeb.Engine.Studies.Xray;

namespace AraWeb.Hosting;

/// <summary>What measures and examines features; indicators themselves need no registration.</summary>
internal static class FeaturesHosting
{
    /// <summary>Adds the studies.</summary>
    internal static IServiceCollection AddFeatures(this IServiceCollection services) => services
        .AddSingleton<IStudy, FeaturesBenchmark>()
        .AddSingleton<IStudy, FeatureAudit>();
}
