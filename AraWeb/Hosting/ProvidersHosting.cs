using System.Net;
using AraWeb.Configuration;
using AraWeb.Engine.Providers;
using AraWeb.Engine.Providers.Chain;
using AraWeb.Engine.Providers.Local;
using AraWeb.Engine.Providers.Transfer;
using AraWeb.Engine.Providers.Validation;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;

namespace AraWeb.Hosting;

/// <summary>
/// Market data: the configured providers as one ordered list, and the use cases that validate, import and refresh. Needs a store and the time from elsewhere.
/// </summary>
internal static class ProvidersHosting
{
    /// <summary>Connections are renewed so that changes of addresses are seen.</summary>
    private static readonly TimeSpan ConnectionLifetime = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(5);

    /// <summary>Adds the providers.</summary>
    internal static IServiceCollection AddProviders(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<ProvidersOptions>()
            .Bind(configuration.GetSection(ProvidersOptions.Section))
            .PostConfigure<IHostEnvironment>((options, environment) => options.CsvFolder = FullPath(options.CsvFolder, environment.ContentRootPath))
            .ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<ProvidersOptions>>(new ProvidersOptionsValidator(configuration)));
        services.AddOptions<RemoteOptions>().Bind(configuration.GetSection(RemoteOptions.Section)).ValidateOnStart();
        services.TryAddEnumerable(ServiceDescriptor.Singleton<IValidateOptions<RemoteOptions>>(new RemoteOptionsValidator(configuration)));
        services.TryAddSingleton(provider => CreateChain(provider, configuration));
        services.TryAddSingleton(CreateProviders);
        services.TryAddSingleton<FolderValidation>();
        services.TryAddSingleton<BarImport>();
        services.TryAddSingleton<BarRefresh>();
        return services;
    }

    private static IReadOnlyList<IMarketDataProvider> CreateProviders(IServiceProvider services)
    {
        var options = services.GetRequiredService<IOptions<ProvidersOptions>>().Value;
        var time = services.GetRequiredService<TimeProvider>();
        var providers = new List<IMarketDataProvider>();
        if (options.CsvFolder is { } folder)
        {
            providers.Add(new CsvFolderProvider(folder, time));
        }

        if (options.Demo.Enabled)
        {
            providers.Add(new DemoMarketProvider(options.Demo.Seed, time));
        }

        if (services.GetRequiredService<MarketChain>() is { Health.Count: > 0 } chain)
        {
            providers.Add(chain);
        }

        return providers;
    }

    private static MarketChain CreateChain(IServiceProvider services, IConfiguration configuration)
    {
        var options = services.GetRequiredService<IOptions<RemoteOptions>>().Value;
        var handler = new SocketsHttpHandler
        {
            // A redirect could carry a key elsewhere, and cookies are set by the one provider that needs them.
            AllowAutoRedirect = false,
            UseCookies = false,
            AutomaticDecompression = DecompressionMethods.All,
            PooledConnectionLifetime = ConnectionLifetime,
            ConnectTimeout = ConnectTimeout,
        };
        return new MarketChain(RemoteSources.Read(configuration, options), handler, services.GetRequiredService<TimeProvider>());
    }

    private static string? FullPath(string? folder, string root) => string.IsNullOrWhiteSpace(folder) ? null : Path.GetFullPath(folder, root);
}
