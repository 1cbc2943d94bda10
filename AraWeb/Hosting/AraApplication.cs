using AraWeb.Configuration;
using AraWeb.Engine.Jobs;
using AraWeb.Engine.Ledger;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.HostFiltering;
using Microsoft.Extensions.Options;

namespace AraWeb.Hosting;

/// <summary>
/// The web program: dashboard, API and jobs in one host. Composes the areas, starts them in order and stops them; knows nothing of what they do.
/// </summary>
internal sealed class AraApplication : IAsyncDisposable
{
    /// <summary>Longest request that is read; the largest that makes sense is a few hundred bytes of JSON.</summary>
    private const int MaxRequestBytes = 1 << 20;

    private readonly WebApplication _app;
    private readonly string _url;

    /// <summary>Composes the host without starting it.</summary>
    /// <param name="settings">Configuration that wins over files and environment, for example from command options.</param>
    /// <param name="configureFirst">Registers fakes before production does; production only adds what is not there.</param>
    /// <exception cref="ConfigurationException">Something is configured wrongly; all mistakes are listed.</exception>
    public AraApplication(IEnumerable<KeyValuePair<string, string?>> settings, Action<WebApplicationBuilder>? configureFirst = null)
    {
        var root = ContentRoot.Find();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AraApplication).Assembly.GetName().Name,
            ContentRootPath = root.Path,

            // A reload would have the content root watched with all its folders, and no setting changes while the program runs.
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        AraConfiguration.AddAra(builder.Configuration, root, settings);
        if (!root.IsPublished && !builder.Environment.IsDevelopment())
        {
            builder.WebHost.UseStaticWebAssets();
        }

        configureFirst?.Invoke(builder);
        ConfigureServer(builder);
        AddAreas(builder.Services, builder.Configuration);
        builder.Services.AddDashboard();

        _app = builder.Build();
        ConfigurationCheck.Run(_app.Configuration, _app.Services.GetService<IStartupValidator>());
        _url = _app.Services.GetRequiredService<IOptions<ServerOptions>>().Value.Url;
        _app.Urls.Add(_url);
        _app.UseSecurityHeaders();
        _app.UseDashboardErrors();
        _app.UseApi();
        ApiHosting.MapApi(_app);
        _app.MapDashboard();
    }

    /// <summary>The services of the running program.</summary>
    public IServiceProvider Services => _app.Services;

    /// <summary>The address it listens on, with the real port once started.</summary>
    public Uri Url => new(_app.Urls.First());

    /// <summary>Starts everything and returns when the server answers.</summary>
    /// <exception cref="PortTakenException">The address is in use.</exception>
    /// <exception cref="Engine.Core.StorageException">The databases cannot be made or opened.</exception>
    public async Task StartAsync(CancellationToken cancellationToken)
    {
        ServerAddress.EnsureFree(_url);
        await PrepareStoreAsync(cancellationToken);
        try
        {
            await _app.StartAsync(cancellationToken);
        }
        catch (IOException exception) when (exception.InnerException is AddressInUseException)
        {
            throw new PortTakenException(_url, exception);
        }

        _app.Logger.LogInformation("Ara is at {Url}. It answers this machine only, for as long as there are no accounts.", Url);
    }

    /// <summary>Waits until somebody asks the program to stop.</summary>
    public Task WaitForShutdownAsync(CancellationToken cancellationToken) => _app.WaitForShutdownAsync(cancellationToken);

    /// <summary>Stops jobs and server.</summary>
    public Task StopAsync(CancellationToken cancellationToken) => _app.StopAsync(cancellationToken);

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();

    /// <summary>
    /// Makes the databases, begins the ledger or sees that its signing key is at hand, and marks what an earlier process left unfinished, before anything reads
    /// or writes.
    /// </summary>
    private async Task PrepareStoreAsync(CancellationToken cancellationToken)
    {
        await _app.Services.PrepareStoreAsync(cancellationToken);
        _ = await _app.Services.GetRequiredService<ILedgerJournal>().OpenAsync(cancellationToken);
        var now = _app.Services.GetRequiredService<TimeProvider>().GetUtcNow();
        var interrupted = await _app.Services.GetRequiredService<IJobHistory>().InterruptUnfinishedAsync(now, cancellationToken);
        if (interrupted > 0)
        {
            _app.Logger.LogWarning("{Count} job runs were under way when the program stopped last time.", interrupted);
        }
    }

    private static void AddAreas(IServiceCollection services, ConfigurationManager configuration)
    {
        services.Configure<ServerOptions>(configuration.GetSection(ServerOptions.Section));
        services.Configure<JobsOptions>(configuration.GetSection(JobsOptions.Section));
        services.AddEngine(configuration).AddLive().AddJobScheduler().AddAraJobs().AddApi();
    }

    private static void ConfigureServer(WebApplicationBuilder builder)
    {
        builder.WebHost.ConfigureKestrel(options =>
        {
            options.AddServerHeader = false;
            options.Limits.MaxRequestBodySize = MaxRequestBytes;
        });

        // Keys of cookies and circuits live with the data, so a container keeps them and two users of a machine do not share them.
        var storage = builder.Configuration.GetSection(StorageOptions.Section).Get<StorageOptions>() ?? new StorageOptions();
        builder.Services.AddDataProtection().SetApplicationName("Ara")
            .PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(storage.Folder, StoreHosting.KeyFolder)));

        // A page elsewhere must not reach this server through a host name that resolves to loopback.
        builder.Services.Configure<HostFilteringOptions>(options => options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"]);
    }
}
