using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// <c>evaluate density</c>: log score and CRPS of the live model's predictive density of the next bar (or <c>--horizon</c>), beside a constant
/// normal, EWMA with
/// normal and Student-t tails, and GARCH-t. Walk-forward: each step sees only its past.
/// </summary>
public sealed class DensityStudy(TimeProvider time) : IStudy
{
    private const string Baseline = "ewma_t5";

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Evaluate;

    /// <inheritdoc/>
    public string Name => "density";

    /// <inheritdoc/>
    public string Summary => "Log score and CRPS of the predictive density, beside EWMA with Student-t tails and other rivals.";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var horizon = new Horizon(options.Horizon ?? 1).Bars;
        var scores = new List<DensityScore>();
        var series = await StudySeries.LongEnoughAsync(options, time, progress, cancellationToken);
        foreach (var bars in series.Used)
        {
            progress.Report($"{bars.Symbol}: {bars.Count} bars");
            scores.Add(DensityTrial.Run(bars, horizon, StudySeries.Scored(bars, options, StudySeries.WarmUp), cancellationToken));
        }

        return new StudyReport(Json(scores, horizon, series.PassedOver), [Table(scores, horizon)]);
    }

    private static JsonObject Json(List<DensityScore> scores, int horizon, IReadOnlyList<string> passedOver)
    {
        var names = scores[0].LogScore.Keys;
        var json = new JsonObject
        {
            ["log_score"] = StudyNumber.Object(names, name => scores.Average(score => score.LogScore[name])),
            ["crps"] = StudyNumber.Object(names, name => scores.Average(score => score.Crps[name])),
            ["dm_p"] = new JsonObject
            {
                ["log_score"] = StudyNumber.Object(scores[0].LogP.Keys, rival => StudyNumber.Median(scores.Select(score => score.LogP[rival]))),
                ["crps"] = StudyNumber.Object(scores[0].CrpsP.Keys, rival => StudyNumber.Median(scores.Select(score => score.CrpsP[rival]))),
            },
            ["better_than_ewma_t5"] = scores.Count(score => score.LogScore[DensityTrial.Product] > score.LogScore[Baseline]),
            ["better_than_ewma_t5_p05"] = scores.Count(score => score.LogP[Baseline] < 0.05),
            ["n"] = scores.Sum(score => score.Count),
            ["symbols"] = scores.Count,
            ["from"] = scores.Min(score => score.First).ToString("O"),
            ["to"] = scores.Max(score => score.Last).ToString("O"),
            ["settings"] = new JsonObject
            {
                ["model"] = ForecastModel.Version,
                ["horizon"] = horizon,
                ["unit"] = "returns in percent; log score in nats, higher is better; CRPS in percent, lower is better",
                ["dm"] = "one-sided, product better; over several symbols the median p",
                ["warm_up_bars"] = StudySeries.WarmUp,
                ["windows_overlap"] = horizon > 1,
                ["passed_over"] = new JsonArray([.. passedOver.Select(text => JsonValue.Create(text))]),
            },
        };
        if (scores.Count > 1)
        {
            json["per_symbol"] = new JsonArray([.. scores.Select(score => new JsonObject
            {
                ["symbol"] = score.Symbol,
                ["n"] = score.Count,
                ["log_score"] = StudyNumber.Object(names, name => score.LogScore[name]),
                ["crps"] = StudyNumber.Object(names, name => score.Crps[name]),
                ["dm_p_ewma_t5"] = StudyNumber.Of(score.LogP[Baseline]),
            })]);
        }

        return json;
    }

    private static StudyTable Table(List<DensityScore> scores, int horizon)
    {
        var names = scores[0].LogScore.Keys.ToArray();
        return new StudyTable(
            $"Density {horizon} bar(s) ahead, {ForecastModel.Version}, returns in percent, walk-forward: log score (higher is better), CRPS (lower), "
            + "p that the product beats EWMA-t5 (Diebold-Mariano)",
            ["symbol", "n", .. names.Select(name => $"log {name}"), "p log", .. names.Select(name => $"CRPS {name}"), "p CRPS"],
            [.. scores.Select(score => (IReadOnlyList<string>)
            [
                score.Symbol, $"{score.Count:N0}",
                .. names.Select(name => $"{score.LogScore[name]:F4}"), StudyNumber.Text(score.LogP[Baseline], "F3"),
                .. names.Select(name => $"{score.Crps[name]:F4}"), StudyNumber.Text(score.CrpsP[Baseline], "F3"),
            ])]);
    }
}
