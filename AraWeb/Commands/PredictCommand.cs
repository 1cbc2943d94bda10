using System.CommandLine;
using System.Globalization;
using AraWeb.Api;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Providers.Local;
using AraWeb.Hosting;

namespace AraWeb.Commands;

/// <summary><c>ara predict SYMBOL</c>: a forecast as a table or as the object that the API returns.</summary>
internal static class PredictCommand
{
    /// <summary>Makes the command.</summary>
    public static Command Create(CommandEnvironment environment)
    {
        var symbol = Words.Argument("SYMBOL", "Whose prices, for example AAPL or BTCUSDT.");
        var days = new Option<string?>("--days") { Description = "Bars ahead, 1 to 30. Default: 5.", HelpName = "N" };
        var timeframe = new Option<string?>("--timeframe")
        {
            Description = $"The span of a bar: {string.Join(", ", Timeframes.Codes)}. Default: 1d.",
            HelpName = "SPAN",
        };
        var data = new Option<string?>("--data")
        {
            Description = "Read this folder of CSV files instead of the program's own data; freezes nothing.",
            HelpName = "DIR",
        };
        var asOf = new Option<string?>("--as-of")
        {
            Description = "Forecast from what was known at the end of this day; freezes nothing.",
            HelpName = "DATE",
        };
        var json = new Option<bool>("--json") { Description = "Print one JSON object instead of a table." };
        var command = new Command("predict", "Forecasts a symbol as distributions.") { symbol, days, timeframe, data, asOf, json };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            services => new PredictionRequest(
                Engine.Core.Symbol.Parse(parsed.GetValue(symbol)),
                Timeframes.Parse(parsed.GetValue(timeframe) ?? Timeframe.OneDay.Code()),
                ParseDays(parsed.GetValue(days)),
                TimeText.AsOf(PredictionRequest.AsOfName, parsed.GetValue(asOf), services.GetRequiredService<TimeProvider>().GetUtcNow())),
            parsed.GetValue(asOf),
            parsed.GetValue(data),
            parsed.GetValue(json),
            environment,
            cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(
        Func<IServiceProvider, PredictionRequest> read,
        string? asOf,
        string? folder,
        bool asJson,
        CommandEnvironment environment,
        CancellationToken cancellationToken)
    {
        await using var services = folder is null ? environment.Services([]) : environment.ServicesOverFolder(folder);
        var request = read(services);
        if (folder is null)
        {
            await services.PrepareStoreAsync(cancellationToken);
        }

        var result = await PredictAsync(services.GetRequiredService<IPredictor>(), request, asOf, cancellationToken);
        if (folder is not null)
        {
            await FolderWarning.WriteAsync(
                services.GetRequiredService<CsvFolderProvider>(), result.Instrument.Symbol, result.Timeframe, folder, environment.Error, cancellationToken);
        }

        if (asJson)
        {
            environment.WriteJson(PredictResponse.From(result));
        }
        else
        {
            ForecastText.Write(result, environment.Tables());
        }

        return ExitCodes.Done;
    }

    private static async Task<PredictionResult> PredictAsync(
        IPredictor predictor, PredictionRequest request, string? asOf, CancellationToken cancellationToken)
    {
        try
        {
            return await predictor.PredictAsync(request, cancellationToken);
        }
        catch (InputException refusal) when (refusal.Name == PredictionRequest.AsOfName)
        {
            throw TimeText.Refused(refusal.Name, asOf, refusal);
        }
    }

    private static Horizon ParseDays(string? text)
    {
        if (text is null)
        {
            return new Horizon(PredictApi.DefaultDays);
        }

        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days)
            ? new Horizon(days)
            : throw new InputException("days", text, $"Write a whole number from {Horizon.Min} to {Horizon.Max}.");
    }
}
