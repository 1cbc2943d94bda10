using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Engine.Prediction.Replay;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Accuracy;
using AraWeb.Engine.Studies.Benchmarks;
using AraWeb.Engine.Studies.Xray;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AraWeb.Hosting;

/// <summary>The forecast and the studies that measure it.</summary>
internal static class PredictionHosting
{
    /// <summary>Adds the predictor that reads from the store and freezes in the ledger, and the studies.</summary>
    internal static IServiceCollection AddPrediction(this IServiceCollection services)
    {
        services.TryAddSingleton<ForecastCache>();
        services.TryAddSingleton<IPredictor>(provider => new LedgeredPredictor(
            new ForecastService(
                provider.GetRequiredService<IBarStore>(),
                provider.GetRequiredService<ForecastCache>(),
                provider.GetRequiredService<IPooledModels>(),
                provider.GetRequiredService<TimeProvider>()),
            provider.GetRequiredService<ILedgerStore>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new ForecastReplay(
            provider.GetRequiredService<IBarStore>(), provider.GetRequiredService<IPooledModels>()));
        services.AddSingleton<IStudy, IntervalsStudy>();
        services.AddSingleton<IStudy, DirectionStudy>();
        services.AddSingleton<IStudy, RankStudy>();
        services.AddSingleton<IStudy, VolatilityStudy>();
        services.AddSingleton<IStudy, DensityStudy>();
        services.AddSingleton<IStudy, VolatilityDirectionStudy>();
        services.AddSingleton<IStudy, LookAheadStudy>();
        services.AddSingleton<IStudy, M6Study>();
        services.AddSingleton<IStudy, TreesBenchmark>();
        return services;
    }
}
