using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Formatting;
using Spectre.Console;

namespace AraWeb.Commands;

/// <summary>A forecast for the terminal: the call in words, the table of days and where it came from.</summary>
internal static class ForecastText
{
    /// <summary>Writes it.</summary>
    public static void Write(PredictionResult result, IAnsiConsole console)
    {
        var instrument = result.Instrument;
        var format = PriceFormat.For(instrument.AssetClass, result.LastClose);
        var name = string.Equals(instrument.Name, instrument.Symbol.Text, StringComparison.Ordinal) ? string.Empty : $" {instrument.Name}";
        Line(console, $"{instrument.Symbol}{name} · {result.Timeframe.Code()} · last close {format.Text(result.LastClose)}"
            + $" · as of {Utc(result.Provenance.DataAsOf)}{(instrument.IsSimulated ? " · SIMULATED DATA" : string.Empty)}");
        Line(console, result.Call);
        console.Write(Days(result, format));
        Line(console, Confidence(result.Horizons[^1], result.Timeframe));
        Line(console, MeanText.Recommended(result));
        Line(console, result.Explain()?.Sentence ?? MeanText.Basis(result));
        Line(console, $"Source {result.Provenance.Source}, {result.Provenance.BarCount} bars, model {result.Provenance.ModelVersion}, "
            + $"inputs {result.Provenance.InputsHash[..Math.Min(12, result.Provenance.InputsHash.Length)]}. "
            + (result.Frozen ? "Frozen in the ledger." : "Not frozen: the ledger takes only forecasts whose bars are all still to come."));
        foreach (var fallback in result.Provenance.Fallbacks)
        {
            Line(console, $"Note: {fallback}");
        }

        Line(console, "Past shares are a walk over the symbol's own history, not issued forecasts. Not investment advice.");
    }

    private static string Confidence(HorizonForecast farthest, Timeframe timeframe)
    {
        var score = farthest.Confidence;
        var factors = ConfidenceText.Rows(score).Select(row => $"{row.Name.ToLowerInvariant()} {Share(row.Value, "0 %")}");
        var lowered = ConfidenceText.Lowered(score);
        return $"Confidence {Share(score.Overall, "0 %")} {TimeframeText.Ahead(farthest.Bars, timeframe)} ahead: {string.Join(", ", factors)}."
            + (lowered.Length == 0 ? string.Empty : " " + lowered);
    }

    private static Table Days(PredictionResult result, PriceFormat format)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn(new TableColumn(result.Timeframe == Timeframe.OneDay ? "Day" : "Ahead").RightAligned());
        table.AddColumn(result.Timeframe.IsIntraday() ? "Bar (UTC)" : "Date");
        foreach (var head in (ReadOnlySpan<string>)["Median", "50 % band", "80 % band", "95 % band", "P(up)", "Volatility", "Past in 90 %"])
        {
            table.AddColumn(new TableColumn(head).RightAligned());
        }

        foreach (var horizon in result.Horizons)
        {
            table.AddRow(
                horizon.Bars.ToString(CultureInfo.InvariantCulture),
                horizon.DueBar.UtcDateTime.ToString(result.Timeframe.IsIntraday() ? "yyyy-MM-dd HH:mm" : "yyyy-MM-dd", CultureInfo.InvariantCulture),
                format.Text(HorizonForecast.Price(result.LastClose, horizon.Returns.Median)),
                Band(result, horizon, 0.5, format),
                Band(result, horizon, 0.8, format),
                Band(result, horizon, 0.95, format),
                Share(horizon.ProbabilityUp, "0 %"),
                Share(horizon.Volatility, "0.00 %"),
                $"{Share(horizon.Calibration.Inside90, "0.0 %")} of {horizon.Calibration.Count}");
        }

        return table;
    }

    private static string Band(PredictionResult result, HorizonForecast horizon, double probability, PriceFormat format)
    {
        var (lower, upper) = horizon.Returns.Interval(probability);
        return $"{format.Text(HorizonForecast.Price(result.LastClose, lower))} to {format.Text(HorizonForecast.Price(result.LastClose, upper))}";
    }

    private static string Share(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "-";

    private static string Utc(DateTimeOffset time) => time.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);

    private static void Line(IAnsiConsole console, string text) => console.WriteLine(text);
}
