using AraWeb.Configuration;

namespace AraWeb.Hosting;

/// <summary>
/// The web program: dashboard, API and jobs in one host. Composes the areas and starts them; knows nothing of what they do.
/// </summary>
internal sealed class AraApplication : IAsyncDisposable
{
    private readonly WebApplication _app;

    /// <summary>Composes the host without starting it.</summary>
    /// <param name="settings">Configuration that wins over files and environment, for example from command options.</param>
    /// <param name="configureFirst">Registers fakes before production does; production only adds what is not there.</param>
    public AraApplication(IEnumerable<KeyValuePair<string, string?>> settings, Action<WebApplicationBuilder>? configureFirst = null)
    {
        var root = ContentRoot.Find();
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions
        {
            ApplicationName = typeof(AraApplication).Assembly.GetName().Name,
            ContentRootPath = root.Path,
            Args = ["--hostBuilder:reloadConfigOnChange=false"],
        });
        builder.Configuration.AddEnvironmentVariables("ARA_").AddInMemoryCollection(settings);
        if (!root.IsPublished && !builder.Environment.IsDevelopment())
        {
            builder.WebHost.UseStaticWebAssets();
        }

        configureFirst?.Invoke(builder);
        var server = builder.Configuration.GetSection(ServerOptions.Section).Get<ServerOptions>() ?? new ServerOptions();
        builder.WebHost.UseUrls(server.Url);
        builder.WebHost.ConfigureKestrel(options => options.AddServerHeader = false);
        builder.Services.AddDashboard();

        _app = builder.Build();
        _app.UseSecurityHeaders();
        _app.MapDashboard();
    }

    /// <summary>Composes, starts and waits for the end.</summary>
    public static async Task<int> RunAsync(IEnumerable<KeyValuePair<string, string?>> settings)
    {
        await using var application = new AraApplication(settings);
        await application._app.RunAsync();
        return 0;
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => _app.DisposeAsync();
}
