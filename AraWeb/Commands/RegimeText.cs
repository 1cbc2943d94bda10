using System.Globalization;
using AraWeb.Engine.Core;
using AraWeb.Engine.Regime;
using AraWeb.Formatting;
using Spectre.Console;

namespace AraWeb.Commands;

/// <summary>The state of a market for the terminal: one sentence, the states with what they are like and what follows, and the features.</summary>
internal static class RegimeText
{
    private static readonly int[] Ahead = [1, 5, 20, RegimeReport.Horizon];

    /// <summary>Writes it.</summary>
    public static void Write(RegimeResult result, IAnsiConsole console)
    {
        var (instrument, report) = (result.Instrument, result.Report);
        var name = string.Equals(instrument.Name, instrument.Symbol.Text, StringComparison.Ordinal) ? string.Empty : $" {instrument.Name}";
        var price = PriceFormat.For(instrument.AssetClass, result.LastClose).Text(result.LastClose);
        var asOf = result.Provenance.DataAsOf.UtcDateTime.ToString("yyyy-MM-dd HH:mm 'UTC'", CultureInfo.InvariantCulture);
        console.WriteLine($"{instrument.Symbol}{name} · {result.Timeframe.Code()} · last close {price} · as of {asOf}"
            + (instrument.IsSimulated ? " · SIMULATED DATA" : string.Empty));
        console.WriteLine($"{RegimeWords.Name(report.Current)} for {report.BarsInRegime} bars, probability {Share(report.Confidence)}; "
            + $"such a state lasts {Number(report.ExpectedDuration, "0")} bars on average.");
        console.Write(States(report));
        console.Write(Features(report));
        var others = report.Detectors.Skip(1).Select(view => $"{view.Id} says {RegimeWords.Name(view.Regime)}");
        console.WriteLine($"Named by {report.Detectors[0].Id} from {report.LearnedBars} bars; {string.Join(", ", others)}.");
        foreach (var warning in report.Warnings.Concat(result.Provenance.Fallbacks))
        {
            console.WriteLine($"Note: {warning}");
        }
    }

    private static Table States(RegimeReport report)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("State");
        foreach (var head in (IEnumerable<string>)["Now", .. Ahead.Select(bars => $"In {bars}"), "Share", "Trend a bar", "Volatility a bar", "Lasts"])
        {
            table.AddColumn(new TableColumn(head).RightAligned());
        }

        foreach (var profile in report.Profiles)
        {
            table.AddRow([
                RegimeWords.Name(profile.Regime),
                Share(report.Probabilities[(int)profile.Regime]),
                .. Ahead.Select(bars => Share(report.Ahead[((bars - 1) * RegimeReport.States) + (int)profile.Regime])),
                Share(profile.Share),
                Number(profile.Trend, "+0.00 %;-0.00 %"),
                Number(profile.Volatility, "0.00 %"),
                Number(profile.ExpectedDuration, "0"),
            ]);
        }

        return table;
    }

    private static Table Features(RegimeReport report)
    {
        var table = new Table().Border(TableBorder.Rounded);
        table.AddColumn("Feature");
        table.AddColumn(new TableColumn("Value").RightAligned());
        table.AddColumn(new TableColumn("Deviations from its mean").RightAligned());
        foreach (var feature in report.Features)
        {
            table.AddRow(feature.Name, Number(feature.Value, "0.000"), Number(feature.Score, "+0.0;-0.0"));
        }

        return table;
    }


    private static string Share(double value) => Number(value, "0 %");

    private static string Number(double value, string format) => double.IsFinite(value) ? value.ToString(format, CultureInfo.InvariantCulture) : "-";
}
