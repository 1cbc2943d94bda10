using System.Text.Json.Nodes;
using AraWeb.Engine.Prediction;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// <c>evaluate volatility</c>: QLIKE of variance forecasts 1, 5 and 20 bars ahead against the range-based proxy, for the live model and for a constant,
/// a rolling window, EWMA, GARCH-t and the reference HAR, all walk-forward on the same origins.
/// </summary>
public sealed class VolatilityStudy(TimeProvider time) : IStudy
{
    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Evaluate;

    /// <inheritdoc/>
    public string Name => "volatility";

    /// <inheritdoc/>
    public string Summary => "QLIKE of variance forecasts 1, 5 and 20 bars ahead, beside simple rivals.";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var scores = new List<IReadOnlyList<VolatilityScore>>();
        foreach (var bars in (await StudySeries.LongEnoughAsync(options, time, progress, cancellationToken)).Used)
        {
            progress.Report($"{bars.Symbol}: {bars.Count} bars");
            scores.Add(VolatilityTrial.Run(bars, StudySeries.Scored(bars, options, StudySeries.WarmUp), cancellationToken));
        }

        return new StudyReport(Json(scores), [.. VolatilityTrial.Horizons.Select((_, k) => Table(scores, k))]);
    }

    private static JsonObject Json(List<IReadOnlyList<VolatilityScore>> scores)
    {
        var json = new JsonObject();
        var tests = new JsonObject();
        for (var k = 0; k < VolatilityTrial.Horizons.Length; k++)
        {
            var at = scores.Select(score => score[k]).ToList();
            var key = $"h{VolatilityTrial.Horizons[k]}";
            json[$"qlike_{key}"] = StudyNumber.Object(at[0].Qlike.Keys, name => at.Average(score => score.Qlike[name]));
            tests[key] = StudyNumber.Object(at[0].BetterP.Keys, rival => StudyNumber.Median(at.Select(score => score.BetterP[rival])));
        }

        json["dm_p"] = tests;
        json["n"] = scores.Sum(score => score[0].Count);
        json["symbols"] = scores.Count;
        json["from"] = scores.Min(score => score[0].First).ToString("O");
        json["to"] = scores.Max(score => score[0].Last).ToString("O");
        json["settings"] = new JsonObject
        {
            ["model"] = ForecastModel.Version,
            ["proxy"] = "Garman-Klass variance plus squared gap, mean per bar",
            ["scaling"] = "each forecast times the ratio of outcomes to forecasts so far",
            ["dm"] = "one-sided, product better; over several symbols the median p",
            ["warm_up_bars"] = StudySeries.WarmUp,
        };
        return json;
    }

    private static StudyTable Table(List<IReadOnlyList<VolatilityScore>> scores, int k)
    {
        var models = scores[0][k].Qlike.Keys.ToArray();
        var rivals = scores[0][k].BetterP.Keys.ToArray();
        return new StudyTable(
            $"QLIKE {VolatilityTrial.Horizons[k]} bar(s) ahead, lower is better; p that the product beats a rival (Diebold-Mariano)",
            ["symbol", "n", .. models, .. rivals.Select(rival => $"p {rival}")],
            [.. scores.Select(score => (IReadOnlyList<string>)
            [
                score[k].Symbol, $"{score[k].Count:N0}",
                .. models.Select(model => $"{score[k].Qlike[model]:F4}"),
                .. rivals.Select(rival => StudyNumber.Text(score[k].BetterP[rival], "F3")),
            ])]);
    }
}
