using System.Text.Encodings.Web;
using System.Text.Json;
using AraWeb.Api;
using AraWeb.Configuration;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Engine.Providers.Local;
using AraWeb.Engine.Regime;
using AraWeb.Hosting;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Spectre.Console;

namespace AraWeb.Commands;

/// <summary>
/// What every command is given: where to write, and services without a web host, so that a command starts quickly. Results go to the output; everything
/// else, logs included, to the error stream.
/// </summary>
/// <param name="output">Takes results.</param>
/// <param name="error">Takes progress, logs and error messages.</param>
/// <param name="configureFirst">Registers fakes before production does.</param>
internal sealed class CommandEnvironment(TextWriter output, TextWriter error, Action<IServiceCollection>? configureFirst = null)
{
    /// <summary>Width of tables that go to a file or a pipe, where nothing wraps them.</summary>
    private const int WideEnough = 1000;

    private static readonly JsonSerializerOptions JsonOptions = new(ApiJson.Indented) { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>Takes results.</summary>
    public TextWriter Output { get; } = output;

    /// <summary>Takes progress, logs and error messages.</summary>
    public TextWriter Error { get; } = error;

    /// <summary>Registers fakes before production does; null outside tests.</summary>
    public Action<IServiceCollection>? ConfigureFirst { get; } = configureFirst;

    /// <summary>Tables on the output, coloured where it is a terminal.</summary>
    public IAnsiConsole Tables()
    {
        if (ReferenceEquals(Output, Console.Out) && !Console.IsOutputRedirected)
        {
            return AnsiConsole.Console;
        }

        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Out = new AnsiConsoleOutput(Output),
        });
        console.Profile.Width = WideEnough;
        return console;
    }

    /// <summary>Writes one JSON object to the output.</summary>
    public void WriteJson<T>(T value) => Output.WriteLine(JsonSerializer.Serialize(value, JsonOptions));

    /// <summary>Makes the services of a command; nothing is opened before it is used.</summary>
    /// <exception cref="ConfigurationException">Something is configured wrongly.</exception>
    public ServiceProvider Services(IEnumerable<KeyValuePair<string, string?>> settings) => Build(settings, ConfigureFirst);

    /// <summary>Makes services that read bars from a folder of CSV files and freeze nothing.</summary>
    /// <param name="folder">The folder, absolute or relative to the working directory.</param>
    /// <exception cref="ConfigurationException">Something is configured wrongly.</exception>
    public ServiceProvider ServicesOverFolder(string folder) => Build([], services =>
    {
        ConfigureFirst?.Invoke(services);
        services.AddSingleton(provider => new CsvFolderProvider(Path.GetFullPath(folder), provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton<IPredictor>(provider => new ForecastService(
            provider.GetRequiredService<CsvFolderProvider>(), provider.GetRequiredService<ForecastCache>(), provider.GetRequiredService<IPooledModels>(),
            provider.GetRequiredService<TimeProvider>()));
        services.TryAddSingleton(provider => new RegimeService(
            provider.GetRequiredService<CsvFolderProvider>(), provider.GetRequiredService<RegimeCache>(), provider.GetRequiredService<TimeProvider>()));
    });

    private static ServiceProvider Build(IEnumerable<KeyValuePair<string, string?>> settings, Action<IServiceCollection>? configureFirst)
    {
        var configuration = AraConfiguration.ForCommand(ContentRoot.Find(), settings);
        var services = new ServiceCollection();
        services.AddSingleton<IConfiguration>(configuration);
        services.AddLogging(logging => logging
            .AddConfiguration(configuration.GetSection("Logging"))
            .SetMinimumLevel(LogLevel.Warning)
            .AddFilter(level => level >= LogLevel.Warning)
            .AddSimpleConsole(options => options.SingleLine = true)
            .Services.Configure<Microsoft.Extensions.Logging.Console.ConsoleLoggerOptions>(
                options => options.LogToStandardErrorThreshold = LogLevel.Trace));
        configureFirst?.Invoke(services);
        services.AddEngine(configuration);
        return services.BuildServiceProvider();
    }
}
