using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Benchmarks;

namespace AraWeb.Hosting;

/// <summary>The studies that measure models on their own.</summary>
internal static class ModelsHosting
{
    /// <summary>Adds the studies.</summary>
    internal static IServiceCollection AddModels(this IServiceCollection services)
    {
        services.AddSingleton<IStudy, LinearBenchmark>();
        services.AddSingleton<IStudy, EnsembleBenchmark>();
        services.AddSingleton<IStudy, NetsBenchmark>();
        services.AddSingleton<IStudy, TrainingBenchmark>();
        return services;
    }
}
