using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Store;
using AraWeb.Jobs;
using Microsoft.Extensions.DependencyInjection.Extensions;

namespace AraWeb.Hosting;

/// <summary>The registry of models, in a folder beside the databases.</summary>
internal static class RegistryHosting
{
    /// <summary>Folder of models, below that of the databases.</summary>
    internal const string ModelFolder = "models";

    /// <summary>Adds the way in which the running program opens the registry.</summary>
    internal static IServiceCollection AddModelShelf(this IServiceCollection services)
    {
        services.TryAddSingleton(provider => new ModelShelf(
            Path.Combine(provider.GetRequiredService<StoreDatabases>().Folder, ModelFolder),
            provider.GetRequiredService<ILedgerJournal>(),
            provider.GetRequiredService<SigningKeyFolder>(),
            provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>The registry that is signed and checked with these keys.</summary>
    internal static ModelRegistry ModelRegistry(this IServiceProvider services, IModelKeys keys) => new(
        Path.Combine(services.GetRequiredService<StoreDatabases>().Folder, ModelFolder),
        keys,
        RegistryLimits.Usual,
        services.GetRequiredService<TimeProvider>());

    /// <summary>Adds the pooled models that forecasts use.</summary>
    internal static IServiceCollection AddRegistry(this IServiceCollection services)
    {
        services.TryAddSingleton<IPooledModels>(provider => new RegisteredPools(
            cancellationToken => provider.OpenRegistryAsync(cancellationToken), provider.GetRequiredService<TimeProvider>()));
        return services;
    }

    /// <summary>The registry with the ledger's keys of now; null where no model was ever made, so that asking makes no databases.</summary>
    private static async ValueTask<ModelRegistry?> OpenRegistryAsync(this IServiceProvider services, CancellationToken cancellationToken)
    {
        if (!Directory.Exists(Path.Combine(services.GetRequiredService<StoreDatabases>().Folder, ModelFolder)))
        {
            return null;
        }

        await services.PrepareStoreAsync(cancellationToken);
        return services.ModelRegistry(await services.ModelKeysAsync(cancellationToken));
    }

    /// <summary>The ledger's keys; the databases have to be there.</summary>
    internal static ValueTask<LedgerModelKeys> ModelKeysAsync(this IServiceProvider services, CancellationToken cancellationToken) =>
        LedgerModelKeys.OpenAsync(services.GetRequiredService<ILedgerJournal>(), services.GetRequiredService<SigningKeyFolder>(), cancellationToken);
}
