using System.CommandLine;
using AraWeb.Api;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Local;
using AraWeb.Engine.Regime;
using AraWeb.Hosting;

namespace AraWeb.Commands;

/// <summary><c>ara regime SYMBOL</c>: the state of a symbol's market as tables or as the object that the API returns.</summary>
internal static class RegimeCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var symbol = Words.Argument("SYMBOL", "Whose market, for example AAPL or BTCUSDT.");
        var timeframe = new Option<string?>("--timeframe")
        {
            Description = $"The span of a bar: {string.Join(", ", Timeframes.Codes)}. Default: 1d.",
            HelpName = "SPAN",
        };
        var data = new Option<string?>("--data") { Description = "Read this folder of CSV files instead of the program's own data.", HelpName = "DIR" };
        var asOf = new Option<string?>("--as-of") { Description = "As it would have been said at the end of this day.", HelpName = "DATE" };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of tables." };
        var command = new Command("regime", "Tells the state of a market: bull, bear, sideways or high volatility.") { symbol, timeframe, data, asOf, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            services => new RegimeRequest(
                Engine.Core.Symbol.Parse(parsed.GetValue(symbol)),
                Timeframes.Parse(parsed.GetValue(timeframe) ?? Timeframe.OneDay.Code()),
                TimeText.AsOf(RegimeRequest.AsOfName, parsed.GetValue(asOf), services.GetRequiredService<TimeProvider>().GetUtcNow())),
            parsed.GetValue(data),
            parsed.GetValue(json),
            environment,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Func<IServiceProvider, RegimeRequest> read, string? folder, bool asJson, CommandEnvironment environment, CancellationToken cancellationToken)
    {
        await using var services = folder is null ? environment.Services([]) : environment.ServicesOverFolder(folder);
        var request = read(services);
        if (folder is null)
        {
            await services.PrepareStoreAsync(cancellationToken);
        }

        var result = await services.GetRequiredService<RegimeService>().DetectAsync(request, cancellationToken);
        if (folder is not null)
        {
            await FolderWarning.WriteAsync(
                services.GetRequiredService<CsvFolderProvider>(), result.Instrument.Symbol, result.Timeframe, folder, environment.Error, cancellationToken);
        }

        if (asJson)
        {
            environment.WriteJson(RegimeResponse.From(result));
        }
        else
        {
            RegimeText.Write(result, environment.Tables());
        }

        return ExitCodes.Done;
    }
}
