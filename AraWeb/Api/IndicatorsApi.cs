using System.ComponentModel;
using System.Globalization;
using AraWeb.Api.Contracts;
using AraWeb.Engine.Core;
using AraWeb.Engine.Features;
using AraWeb.Engine.Providers;
using Microsoft.AspNetCore.Http.HttpResults;

namespace AraWeb.Api;

/// <summary>The catalogue of indicators, and their values over bars.</summary>
internal static class IndicatorsApi
{
    private const int DefaultLast = 500;
    private const int MaxLast = 5000;

    private static readonly IndicatorList Catalog = List(family: null);

    /// <summary>Maps the routes.</summary>
    public static void MapIndicators(this RouteGroupBuilder api)
    {
        var list = api.MapGet("/indicators", ReadCatalog).WithTags("Indicators");
        ApiOperation.Describe(list, "listIndicators", "Lists the indicators with their parameters, lines and sources.", "The catalogue.", 400);
        var values = api.MapGet("/indicators/{id}/{symbol}", ComputeAsync).WithTags("Indicators");
        ApiOperation.Describe(values, "computeIndicator", "Computes an indicator over the newest bars of a symbol.", "Its lines, as columns.", 400, 404, 503);
    }

    private static Ok<IndicatorList> ReadCatalog([Description("trend, momentum, volatility, volume, statistical or levels.")] string? family) =>
        TypedResults.Ok(family is null ? Catalog : List(family));

    private static IndicatorList List(string? family)
    {
        IndicatorFamily? wanted = family is null ? null
            : Enum.TryParse<IndicatorFamily>(family, ignoreCase: true, out var parsed) && !int.TryParse(family, out _) ? parsed
            : throw new InputException("family", family, $"Use one of {string.Join(", ", Enum.GetNames<IndicatorFamily>()).ToLowerInvariant()}.");
        var indicators = IndicatorCatalog.All.Where(spec => wanted is null || spec.Family == wanted).Select(IndicatorContract.From).ToList();
        return new IndicatorList(indicators, indicators.Count);
    }

    private static async Task<Ok<IndicatorValues>> ComputeAsync(
        [Description("The indicator's id, for example rsi.")] string id,
        [Description("The symbol, for example AAPL.")] string symbol,
        IBarStore bars,
        [Description("The span of a bar; 1d when left out.")] string? timeframe,
        [Description("Values for the newest so many bars, 1 to 5000; 500 when left out.")] int? last,
        [Description("Parameters as name=value, separated by commas; the usual ones when left out.")] string? parameters,
        CancellationToken cancellationToken)
    {
        var wanted = last ?? DefaultLast;
        if (wanted is < 1 or > MaxLast)
        {
            throw new InputException("last", last, $"Ask for 1 to {MaxLast} bars.");
        }

        var request = FeatureRequest.Of(id, Parse(parameters));
        var instrument = await bars.FindAsync(BarsApi.ParseSymbol(symbol), cancellationToken);

        // All bars: averages and running totals remember what came before the part that is asked for.
        var series = await bars.ReadAsync(new BarQuery(instrument.Symbol, Timeframes.Parse(timeframe ?? Timeframe.OneDay.Code())), cancellationToken);
        var calculator = new FeatureCalculator([request]);
        var matrix = calculator.Compute(series);
        var shown = series.Last(wanted);
        return TypedResults.Ok(new IndicatorValues(
            instrument.Symbol.Text,
            series.Timeframe.Code(),
            instrument.IsSimulated,
            instrument.Source,
            series.Count == 0 ? null : TradingCalendar.For(instrument.AssetClass).CloseOfBar(series[series.Count - 1].Time, series.Timeframe),
            request.Spec.Id,
            request.Spec.Parameters.ToDictionary(parameter => parameter.Name, request.Values.Real, StringComparer.Ordinal),
            shown.Times.ToArray(),
            Enumerable.Range(0, calculator.Columns.Count).ToDictionary(
                column => calculator.Columns[column].Output.Name, column => Known(matrix[column][(series.Count - shown.Count)..]), StringComparer.Ordinal)));
    }

    private static double?[] Known(ReadOnlySpan<double> values)
    {
        var known = new double?[values.Length];
        for (var i = 0; i < known.Length; i++)
        {
            known[i] = double.IsNaN(values[i]) ? null : values[i];
        }

        return known;
    }

    private static Dictionary<string, double> Parse(string? parameters)
    {
        var values = new Dictionary<string, double>(StringComparer.OrdinalIgnoreCase);
        foreach (var pair in (parameters ?? string.Empty).Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = pair.IndexOf('=', StringComparison.Ordinal);
            if (equals < 1 || !double.TryParse(pair[(equals + 1)..], NumberStyles.Float, CultureInfo.InvariantCulture, out var value))
            {
                throw new InputException("parameters", pair, "Write name=value, separated by commas, for example period=20.");
            }

            values[pair[..equals].Trim()] = value;
        }

        return values;
    }
}
