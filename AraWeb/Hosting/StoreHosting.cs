using AraWeb.Configuration;
using AraWeb.Engine.Jobs;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Ledger.Skill;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Registry;
using AraWeb.Engine.Store;
using AraWeb.Engine.Store.Bars;
using AraWeb.Engine.Store.Forecasts;
using AraWeb.Engine.Store.Runs;
using AraWeb.Engine.Studies;
using AraWeb.Engine.Studies.Benchmarks;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AraWeb.Hosting;

/// <summary>The databases and what reads and writes them. <see cref="StoreInitializer"/> has to run before anything else is asked for.</summary>
internal static class StoreHosting
{
    /// <summary>Folder of keys, below that of the databases.</summary>
    internal const string KeyFolder = "keys";

    /// <summary>Adds the store.</summary>
    internal static IServiceCollection AddStore(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<StorageOptions>(configuration.GetSection(StorageOptions.Section));
        services.TryAddSingleton(provider => new StoreDatabases(provider.GetRequiredService<IOptions<StorageOptions>>().Value.Folder));
        services.TryAddSingleton<StoreInitializer>();
        services.TryAddSingleton<IBarStore, SqliteBarStore>();
        services.TryAddSingleton<ILedgerStore, EfLedgerStore>();
        services.TryAddSingleton<IOutcomeSource, SqliteOutcomeSource>();
        services.TryAddSingleton<LedgerSkill>();
        services.TryAddSingleton<ILedgerJournal, EfLedgerJournal>();
        services.TryAddSingleton(provider => new SigningKeyFolder(Path.Combine(provider.GetRequiredService<StoreDatabases>().Folder, KeyFolder)));
        services.TryAddSingleton<IJobHistory, EfJobHistory>();
        services.TryAddSingleton(provider => new LedgerResolver(
            provider.GetRequiredService<ILedgerStore>(), provider.GetRequiredService<IBarStore>(), provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<WithBarStore>(WithStoreAsync);
        services.AddSingleton<WithLedger>(WithLedgerAsync);
        services.AddSingleton<IStudy, StoreBenchmark>();
        services.AddSingleton<IStudy, LedgerBenchmark>();
        services.AddSingleton<IStudy, PredictBenchmark>();
        return services;
    }

    private static async Task WithStoreAsync(string folder, Func<IBarStore, Task> work, CancellationToken cancellationToken)
    {
        using var databases = new StoreDatabases(folder);
        await new StoreInitializer(databases).InitializeAsync(cancellationToken);
        await work(new SqliteBarStore(databases));
    }

    private static async Task WithLedgerAsync(
        string folder, Func<ILedgerStore, ILedgerJournal, IOutcomeSource, Task> work, CancellationToken cancellationToken)
    {
        using var databases = new StoreDatabases(folder);
        using var keys = new SigningKeyFolder(Path.Combine(folder, KeyFolder));
        await new StoreInitializer(databases).InitializeAsync(cancellationToken);
        await work(
            new EfLedgerStore(databases, keys, TimeProvider.System),
            new EfLedgerJournal(databases, keys, TimeProvider.System),
            new SqliteOutcomeSource(databases));
    }
}
