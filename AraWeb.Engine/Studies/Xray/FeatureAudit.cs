using System.Globalization;
using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Features;
using AraWeb.Engine.Features.Timeframes;
using AraWeb.Engine.Studies.Accuracy;

namespace AraWeb.Engine.Studies.Xray;

/// <summary>
/// The X-ray of every feature over a user's own bars: green when no value depends on later bars, and it comes out the same bar by bar, within its range and not
/// before its warm-up; red with the first row that says otherwise.
/// </summary>
/// <param name="time">The clock.</param>
public sealed class FeatureAudit(TimeProvider time) : IStudy
{
    private const int Cuts = 12;

    // Enough for the longest warm-up and several slides of the sheet.
    private const int LongestSeries = 5000;

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Features;

    /// <inheritdoc/>
    public string Name => "audit";

    /// <inheritdoc/>
    public string Summary => "Looks through every feature for knowledge of the future and other defects.";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var all = await StudySeries.LoadAsync(options, time, cancellationToken);
        var requests = FeatureRequest.Everything();
        var rows = new List<(BarSeries Bars, IReadOnlyList<XrayRow> Rows)>();
        foreach (var (series, index) in all.Select((series, index) => (series, index)))
        {
            progress.Report($"{series.Symbol} {series.Timeframe.Code()}, {index + 1} of {all.Count}");
            var bars = series.Last(LongestSeries);
            var benchmark = TimeframeAlignment.Align(all[0].Close, TimeframeAlignment.Known(bars, all[0]));
            rows.Add((bars, FeatureXray.Examine(requests, bars, benchmark, Cuts, cancellationToken)));
        }

        return Report(rows);
    }

    private static StudyReport Report(List<(BarSeries Bars, IReadOnlyList<XrayRow> Rows)> series)
    {
        var features = series.SelectMany(each => each.Rows, (each, row) => (each.Bars, Row: row))
            .GroupBy(each => each.Row.Column.Name, StringComparer.Ordinal).ToList();
        var unsound = features.Count(feature => feature.Any(each => !each.Row.IsSound));
        var json = new JsonObject
        {
            ["features"] = features.Count,
            ["sound"] = features.Count - unsound,
            ["unsound"] = unsound,
            ["cuts"] = Cuts,
            ["series"] = new JsonArray([.. series.Select(each => new JsonObject
            {
                ["symbol"] = each.Bars.Symbol.Text,
                ["timeframe"] = each.Bars.Timeframe.Code(),
                ["bars"] = each.Bars.Count,
                ["from"] = Day(each.Bars, 0),
                ["to"] = Day(each.Bars, each.Bars.Count - 1),
            })]),
            ["rows"] = new JsonArray(
            [
                .. features.Select(feature => Json(feature.Key, [.. feature.Select(each => each.Row)], [.. feature.Select(each => each.Bars)])),
            ]),
        };
        var title = string.Create(
            CultureInfo.InvariantCulture, $"X-ray of {features.Count} features on {series.Count} series, each cut short {Cuts} times: {unsound} unsound");
        var table = new StudyTable(title, ["feature", "family", "warm-up", "known", "X-ray"], [.. features.Select(feature => Cells([.. feature]))]);
        return new StudyReport(json, [table]) { HasFailed = unsound > 0 };
    }

    private static JsonObject Json(string name, XrayRow[] rows, BarSeries[] bars) => new()
    {
        ["name"] = name,
        ["family"] = rows[0].Column.Request.Spec.Family.ToString().ToLowerInvariant(),
        ["warmup"] = rows[0].Column.Warmup,
        ["known_share"] = Known(rows),
        ["sound"] = rows.All(row => row.IsSound),
        ["faults"] = new JsonArray([.. rows.SelectMany((row, i) => row.Faults.Select(fault => (JsonNode)$"{bars[i].Symbol}: {fault}"))]),
    };

    private static string[] Cells((BarSeries Bars, XrayRow Row)[] feature)
    {
        var rows = feature.Select(each => each.Row).ToArray();
        var fault = feature.Where(each => !each.Row.IsSound).Select(each => $"RED  {each.Bars.Symbol}: {each.Row.Faults[0]}").FirstOrDefault();
        return
        [
            rows[0].Column.Name,
            rows[0].Column.Request.Spec.Family.ToString().ToLowerInvariant(),
            rows[0].Column.Warmup.ToString(CultureInfo.InvariantCulture),
            Known(rows).ToString("P1", CultureInfo.InvariantCulture),
            fault ?? "green",
        ];
    }

    private static double Known(XrayRow[] rows) => Math.Round(rows.Sum(row => (double)row.Known) / Math.Max(1, rows.Sum(row => row.Rows)), 4);

    private static string? Day(BarSeries bars, int index) =>
        index < 0 || bars.Count == 0 ? null : bars[index].Time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
