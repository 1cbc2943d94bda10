using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Evaluation;
using AraWeb.Engine.Models;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// <c>evaluate direction</c>: how often is the pooled models' direction right, beside calling up always, and are their probabilities worth more than the past
/// share of rises? Walk-forward: each fit speaks only of days after all that it learned from.
/// </summary>
public sealed class DirectionStudy(TimeProvider time) : IStudy
{
    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Evaluate;

    /// <inheritdoc/>
    public string Name => "direction";

    /// <inheritdoc/>
    public string Summary => "Accuracy of the pooled models' direction with its interval, beside always up, and the skill of their probabilities.";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var horizon = new Horizon(options.Horizon ?? PooledTrial.DefaultHorizon);
        var (panel, passedOver) = await PooledTrial.PanelAsync(options, horizon.Bars, time, progress, cancellationToken);
        var (said, pooled) = PooledTrial.Run(panel, [ForecasterCatalog.Baseline, .. ForecasterCatalog.Learners], progress, cancellationToken);
        var rows = PooledTrial.Scored(pooled, options);
        var scores = new List<(string Name, DirectionScore Score)> { ("pooled", DirectionScore.Of(panel, rows, row => pooled.MeanOf(row, 0))) };
        for (var m = 0; m < said.Members.Count; m++)
        {
            var member = m;
            scores.Add((said.Members[m], DirectionScore.Of(panel, rows, row => said.Of(row, 0)[member].Mean)));
        }

        var json = Measures(scores[0].Score);
        json["members"] = new JsonObject(scores.Skip(1).Select(score => KeyValuePair.Create(score.Name, (JsonNode?)Measures(score.Score))));
        json["weights"] = PooledReport.WeightsJson(pooled, said.Members);
        json["settings"] = PooledReport.SettingsJson(panel, said, rows, passedOver);
        return new StudyReport(
            json, [Table(scores, PooledReport.Span(panel, rows), horizon.Bars), Curve(scores[0].Score), PooledReport.Weights(pooled, said.Members)]);
    }

    private static JsonArray Interval(IntervalEstimate estimate) => [StudyNumber.Of(estimate.Lower), StudyNumber.Of(estimate.Upper)];

    private static JsonObject Measures(DirectionScore score) => new()
    {
        ["accuracy"] = StudyNumber.Of(score.Accuracy.Estimate),
        ["n"] = score.Count,
        ["days"] = score.Days,
        ["ci95"] = Interval(score.Accuracy),
        ["always_up"] = StudyNumber.Of(score.AlwaysUp),
        ["brier_skill"] = StudyNumber.Of(score.BrierSkill.Estimate),
        ["brier_skill_ci95"] = Interval(score.BrierSkill),
        ["curve"] = new JsonArray([.. score.Curve.Select(point => new JsonObject
        {
            ["coverage"] = StudyNumber.Of(point.Coverage),
            ["accuracy"] = StudyNumber.Of(point.Accuracy.Estimate),
            ["ci95"] = Interval(point.Accuracy),
            ["n"] = point.Calls,
        })]),
    };

    private static string Share(double value) => StudyNumber.Text(100 * value, "F2");

    private static string Range(IntervalEstimate estimate) => $"{Share(estimate.Lower)} to {Share(estimate.Upper)}";

    private static StudyTable Table(List<(string Name, DirectionScore Score)> scores, string span, int horizon) => new(
        $"Direction {horizon} bars ahead, {span}, walk-forward; always up is right in {Share(scores[0].Score.AlwaysUp)} %",
        ["forecast", "right, %", "95 % interval", "Brier skill, %", "95 % interval", "n", "days"],
        [.. scores.Select(row => (IReadOnlyList<string>)
        [
            row.Name, Share(row.Score.Accuracy.Estimate), Range(row.Score.Accuracy), Share(row.Score.BrierSkill.Estimate), Range(row.Score.BrierSkill),
            $"{row.Score.Count:N0}", $"{row.Score.Days:N0}",
        ])]);

    private static StudyTable Curve(DirectionScore score) => new(
        "Calls on the surer part of days, thresholds from earlier days only",
        ["wanted, %", "called, %", "right, %", "95 % interval", "calls"],
        [.. score.Curve.Select((point, k) => (IReadOnlyList<string>)
        [
            Share(DirectionScore.Coverages[k]), Share(point.Coverage), Share(point.Accuracy.Estimate), Range(point.Accuracy), $"{point.Calls:N0}",
        ])]);
}
