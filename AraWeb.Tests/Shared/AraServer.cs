using AraWeb.Hosting;
using Microsoft.Extensions.DependencyInjection;

namespace AraWeb.Tests.Shared;

/// <summary>
/// The real program on a free port of this machine, with its data in a folder of its own that goes when it is disposed. Jobs are off unless a setting turns
/// them on. What a test registers comes first, so production adds only the rest.
/// </summary>
internal sealed class AraServer : IAsyncDisposable
{
    private readonly AraApplication _application;
    private readonly DirectoryInfo _folder;

    private AraServer(AraApplication application, DirectoryInfo folder)
    {
        _application = application;
        _folder = folder;
        Client = new HttpClient { BaseAddress = application.Url };
    }

    /// <summary>Where it listens.</summary>
    public Uri Url => _application.Url;

    /// <summary>A client with the server's address.</summary>
    public HttpClient Client { get; }

    /// <summary>The program's services.</summary>
    public IServiceProvider Services => _application.Services;

    /// <summary>Starts the program.</summary>
    /// <param name="fakes">Registers what stands in for production.</param>
    /// <param name="settings">Configuration besides the address and the data folder.</param>
    public static async Task<AraServer> StartAsync(Action<IServiceCollection>? fakes = null, params (string Key, string Value)[] settings)
    {
        var folder = Directory.CreateTempSubdirectory("ara-server-");
        var configuration = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase)
        {
            ["Server:Url"] = "http://127.0.0.1:0",
            ["Storage:Folder"] = folder.FullName,
            ["Jobs:Enabled"] = "false",
            ["Logging:LogLevel:Default"] = "Warning",
        };
        foreach (var (key, value) in settings)
        {
            configuration[key] = value;
        }

        var application = new AraApplication(configuration, builder => fakes?.Invoke(builder.Services));
        await application.StartAsync(CancellationToken.None);
        return new AraServer(application, folder);
    }

    public async ValueTask DisposeAsync()
    {
        Client.Dispose();
        await _application.StopAsync(CancellationToken.None);
        await _application.DisposeAsync();
        _folder.Delete(recursive: true);
    }
}
