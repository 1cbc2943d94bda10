using System.Globalization;
using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Features;
using AraWeb.Engine.Features.Timeframes;
using AraWeb.Engine.Studies.Accuracy;

namespace AraWeb.Engine.Studies.Xray;

/// <summary>
/// The X-ray of every indicator and pattern over a user's own bars: green when nothing depends on later bars, and values come out the same bar by bar, within
/// their range and not before their warm-up; red with the first row that says otherwise.
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
        var series = new List<BarSeries>();
        var findings = new List<AuditFinding>();
        foreach (var whole in all)
        {
            progress.Report($"{whole.Symbol} {whole.Timeframe.Code()}, {series.Count + 1} of {all.Count}");
            var bars = whole.Last(LongestSeries);
            var benchmark = TimeframeAlignment.Align(all[0].Close, TimeframeAlignment.Known(bars, all[0]));
            series.Add(bars);
            findings.AddRange(FeatureXray.Examine(requests, bars, benchmark, Cuts, cancellationToken).Select(row => AuditFinding.Of(row, bars.Symbol)));
            findings.AddRange(PatternXray.Examine(bars, Cuts, cancellationToken).Select(row => AuditFinding.Of(row, bars.Symbol)));
        }

        return Report(series, findings);
    }

    private static StudyReport Report(List<BarSeries> series, List<AuditFinding> findings)
    {
        var features = findings.GroupBy(finding => finding.Name, StringComparer.Ordinal).ToList();
        var unsound = features.Count(feature => feature.Any(finding => finding.Faults.Count > 0));
        var json = new JsonObject
        {
            ["features"] = features.Count,
            ["sound"] = features.Count - unsound,
            ["unsound"] = unsound,
            ["cuts"] = Cuts,
            ["series"] = new JsonArray([.. series.Select(bars => new JsonObject
            {
                ["symbol"] = bars.Symbol.Text,
                ["timeframe"] = bars.Timeframe.Code(),
                ["bars"] = bars.Count,
                ["from"] = Day(bars, 0),
                ["to"] = Day(bars, bars.Count - 1),
            })]),
            ["rows"] = new JsonArray([.. features.Select(feature => new JsonObject
            {
                ["name"] = feature.Key,
                ["group"] = feature.First().Group,
                ["warmup"] = feature.First().Warmup,
                ["found"] = feature.Sum(finding => finding.Found),
                ["sound"] = feature.All(finding => finding.Faults.Count == 0),
                ["faults"] = new JsonArray([.. feature.SelectMany(finding => finding.Faults.Select(fault => (JsonNode)$"{finding.Symbol}: {fault}"))]),
            })]),
        };
        var title = string.Create(
            CultureInfo.InvariantCulture, $"X-ray of {features.Count} features on {series.Count} series, each cut short {Cuts} times: {unsound} unsound");
        var rows = features.Select(feature => Cells([.. feature])).ToList();
        return new StudyReport(json, [new StudyTable(title, ["feature", "group", "warm-up", "values", "X-ray"], rows)]) { HasFailed = unsound > 0 };
    }

    private static string[] Cells(AuditFinding[] feature) =>
    [
        feature[0].Name,
        feature[0].Group,
        feature[0].Warmup?.ToString(CultureInfo.InvariantCulture) ?? string.Empty,
        feature.Sum(finding => finding.Found).ToString(CultureInfo.InvariantCulture),
        feature.Where(finding => finding.Faults.Count > 0).Select(finding => $"RED  {finding.Symbol}: {finding.Faults[0]}").FirstOrDefault() ?? "green",
    ];

    private static string? Day(BarSeries bars, int index) =>
        bars.Count == 0 ? null : bars[index].Time.UtcDateTime.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
