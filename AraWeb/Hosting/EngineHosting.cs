using AraWeb.Engine.Store;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AraWeb.Hosting;

/// <summary>All areas of the Engine, for the web program and for commands alike.</summary>
internal static class EngineHosting
{
    /// <summary>Adds the areas.</summary>
    internal static IServiceCollection AddEngine(this IServiceCollection services, IConfiguration configuration)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddStore(configuration).AddProviders(configuration).AddRegistry().AddPrediction().AddFeatures().AddRegime().AddModels().AddSentiment();
        return services;
    }

    /// <summary>Makes the databases where there are none. Everything that reads or writes them comes after.</summary>
    /// <exception cref="Engine.Core.StorageException">They cannot be made or opened.</exception>
    internal static Task PrepareStoreAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        services.GetRequiredService<StoreInitializer>().InitializeAsync(cancellationToken);
}
