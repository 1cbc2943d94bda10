using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Prediction;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// <c>evaluate volatility-direction</c>: will the variance over the next five bars (or <c>--horizon</c>) lie above its median of the past year? Accuracy of all
/// calls and of the surer ones, beside persistence. Walk-forward: calls, medians and thresholds see only their past.
/// </summary>
public sealed class VolatilityDirectionStudy(TimeProvider time) : IStudy
{
    private const int StandardHorizon = 5;

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Evaluate;

    /// <inheritdoc/>
    public string Name => "volatility-direction";

    /// <inheritdoc/>
    public string Summary => "Accuracy of calls that volatility will be above its usual level, at five coverages, beside persistence.";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var horizon = new Horizon(options.Horizon ?? StandardHorizon).Bars;
        var scores = new List<VolatilityCallScore>();
        var all = new List<VolatilityCallRow>();
        var series = await StudySeries.LongEnoughAsync(options, time, progress, cancellationToken);
        foreach (var bars in series.Used)
        {
            progress.Report($"{bars.Symbol}: {bars.Count} bars");
            var rows = VolatilityCallTrial.Run(bars, horizon, StudySeries.Scored(bars, options, StudySeries.WarmUp), cancellationToken);
            scores.Add(VolatilityCallScoring.Score(bars.Symbol.Text, rows, series: 1));
            all.AddRange(rows);
        }

        var pooled = scores.Count == 1 ? scores[0] : VolatilityCallScoring.Score("all", [.. all.OrderBy(row => row.Day)], scores.Count);
        return new StudyReport(Json(pooled, scores, horizon, series.PassedOver), VolatilityDirectionTables.Of(pooled, scores, horizon));
    }

    private static JsonObject Json(VolatilityCallScore pooled, List<VolatilityCallScore> scores, int horizon, IReadOnlyList<string> passedOver)
    {
        var json = Measures(pooled);
        json["symbols"] = scores.Count;
        json["from"] = pooled.First.ToString("O");
        json["to"] = pooled.Last.ToString("O");
        json["settings"] = new JsonObject
        {
            ["model"] = ForecastModel.Version,
            ["target"] = "mean range variance of the next bars above the median of the past 252 such means, as known at the origin",
            ["horizon"] = horizon,
            ["persistence"] = "mean range variance of the last 20 bars against the same median",
            ["persistence_calibrated"] = "the same mean made a probability as the product's forecast is",
            ["thresholds"] = "quantile of the confidences of earlier days; of all symbols for the whole, of the symbol alone in its row",
            ["threshold_window_bars"] = VolatilityCallScoring.WindowBars,
            ["majority"] = "share of the more frequent outcome among the calls, known only afterwards",
            ["brier_reference"] = "share of outcomes above the median, known only afterwards",
            ["level"] = VolatilityCallScoring.Level,
            ["bootstrap"] = "stationary, consecutive days",
            ["block_days"] = VolatilityCallScoring.Bootstrap.BlockLength,
            ["replications"] = VolatilityCallScoring.Bootstrap.Replications,
            ["seed"] = VolatilityCallScoring.Bootstrap.Seed,
            ["warm_up_bars"] = StudySeries.WarmUp,
            ["windows_overlap"] = horizon > 1,
            ["passed_over"] = new JsonArray([.. passedOver.Select(text => JsonValue.Create(text))]),
        };
        if (scores.Count > 1)
        {
            json["per_symbol"] = new JsonArray([.. scores.Select(Row)]);
        }

        return json;
    }

    private static JsonObject Row(VolatilityCallScore score)
    {
        var row = Measures(score);
        row.Insert(0, "symbol", score.Symbol);
        return row;
    }

    private static JsonObject Measures(VolatilityCallScore score)
    {
        var full = score.Points[VolatilityCallScoring.Product][0];
        return new JsonObject
        {
            ["accuracy"] = ByCoverage(k => Point(score.Points[VolatilityCallScoring.Product][k])),
            ["persistence"] = ByCoverage(k => Point(score.Points[VolatilityCallScoring.Persistence][k])),
            ["persistence_calibrated"] = ByCoverage(k => Point(score.Points[VolatilityCallScoring.CalibratedPersistence][k])),
            ["advantage"] = ByCoverage(k => new JsonObject
            {
                ["points"] = StudyNumber.Of(score.Advantage[k].Estimate),
                ["ci95"] = Ends(score.Advantage[k]),
            }),
            ["majority"] = StudyNumber.Of(full.Majority),
            ["share_above"] = StudyNumber.Of(score.Above),
            ["brier_skill"] = StudyNumber.Of(score.BrierSkill.Estimate),
            ["brier_skill_ci95"] = Ends(score.BrierSkill),
            ["n"] = score.Count,
            ["days"] = score.Days,
        };
    }

    private static JsonObject ByCoverage(Func<int, JsonNode> value)
    {
        var json = new JsonObject();
        for (var k = 0; k < VolatilityCallScoring.Coverages.Length; k++)
        {
            json[k == 0 ? "full" : $"{100 * VolatilityCallScoring.Coverages[k]:F0}"] = value(k);
        }

        return json;
    }

    private static JsonObject Point(VolatilityCallPoint point) => new()
    {
        ["accuracy"] = StudyNumber.Of(point.Calls.Accuracy.Estimate),
        ["ci95"] = Ends(point.Calls.Accuracy),
        ["coverage"] = StudyNumber.Of(point.Calls.Coverage),
        ["majority"] = StudyNumber.Of(point.Majority),
        ["n"] = point.Calls.Calls,
        ["days"] = point.Calls.Days,
    };

    private static JsonArray Ends(IntervalEstimate estimate) => new(StudyNumber.Of(estimate.Lower), StudyNumber.Of(estimate.Upper));
}
