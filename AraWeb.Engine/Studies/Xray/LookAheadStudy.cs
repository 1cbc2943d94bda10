using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Studies.Accuracy;

namespace AraWeb.Engine.Studies.Xray;

/// <summary>
/// <c>evaluate lookahead</c>: the X-ray of the whole forecast. At dates spread over each series, what the walk over the whole series said is
/// compared bit for bit
/// with a walk over the series cut off there, and with one whose future was replaced by other prices. A difference is a look ahead.
/// </summary>
public sealed class LookAheadStudy(TimeProvider time) : IStudy
{
    /// <summary>Dates examined on each series.</summary>
    private const int Cuts = 8;

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Evaluate;

    /// <inheritdoc/>
    public string Name => "lookahead";

    /// <inheritdoc/>
    public string Summary => "X-ray of the whole forecast: data cut off or changed after a date must give the same forecast at that date.";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var rows = new List<LookAheadRow>();
        var series = await StudySeries.LongEnoughAsync(options, time, progress, cancellationToken);
        foreach (var whole in series.Used)
        {
            var bars = Newest(whole);
            progress.Report($"{bars.Symbol}: {bars.Count} bars");
            rows.Add(ForecastXray.Examine(bars, Cuts, cancellationToken));
        }

        var failed = rows.Count(row => row.Differing > 0);
        var json = new JsonObject
        {
            ["symbols"] = rows.Count,
            ["forecasts_compared"] = rows.Sum(row => row.Compared),
            ["differing"] = rows.Sum(row => row.Differing),
            ["failed"] = new JsonArray([.. rows.Where(row => row.Differing > 0).Select(row => JsonValue.Create($"{row.Symbol}: {row.FirstDifference}"))]),
            ["settings"] = new JsonObject { ["model"] = ForecastModel.Version, ["cuts"] = Cuts, ["horizons"] = Horizon.Max, ["seed"] = ForecastXray.Seed },
        };
        return new StudyReport(json, [Table(rows)]) { HasFailed = failed > 0 };
    }

    private static BarSeries Newest(BarSeries bars) =>
        bars.Count <= ForecastModel.MaxBars ? bars : bars.Slice(bars.Count - ForecastModel.MaxBars, ForecastModel.MaxBars);

    private static StudyTable Table(List<LookAheadRow> rows) => new(
        $"Forecasts with the future cut off and with another future, {ForecastModel.Version}: equal to the bit?",
        ["symbol", "bars", "compared", "differing", "first difference"],
        [.. rows.Select(row => (IReadOnlyList<string>)
            [row.Symbol, $"{row.Bars:N0}", $"{row.Compared:N0}", $"{row.Differing:N0}", row.FirstDifference ?? "\u2013"])]);
}
