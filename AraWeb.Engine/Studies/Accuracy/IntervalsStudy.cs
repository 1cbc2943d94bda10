using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// <c>evaluate intervals</c>: do the bands of the live model hold what they promise, and how wide are they? Coverage, the worst stretch, tests of the share and
/// the independence of misses, width and Winkler score beside EWMA with normal quantiles. Walk-forward: each step sees only its past.
/// </summary>
public sealed class IntervalsStudy(TimeProvider time) : IStudy
{
    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Evaluate;

    /// <inheritdoc/>
    public string Name => "intervals";

    /// <inheritdoc/>
    public string Summary => "Coverage, width and Winkler score of the forecast bands, beside EWMA with normal quantiles.";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var horizon = new Horizon(options.Horizon ?? 1);
        var scores = new List<IntervalScore>();
        var series = await StudySeries.LongEnoughAsync(options, time, progress, cancellationToken);
        foreach (var bars in series.Used)
        {
            progress.Report($"{bars.Symbol}: {bars.Count} bars");
            scores.Add(IntervalTrial.Run(bars, horizon.Bars, StudySeries.Scored(bars, options, StudySeries.WarmUp), cancellationToken));
        }

        return new StudyReport(Json(scores, series.PassedOver, horizon.Bars), Tables(scores, horizon.Bars));
    }

    private static JsonObject Json(List<IntervalScore> scores, IReadOnlyList<string> passedOver, int horizon)
    {
        var json = Measures(Mean(scores));
        json["n"] = scores.Sum(score => score.Count);
        json["symbols"] = scores.Count;
        json["from"] = scores.Min(score => score.First).ToString("O");
        json["to"] = scores.Max(score => score.Last).ToString("O");
        json["settings"] = new JsonObject
        {
            ["model"] = ForecastModel.Version,
            ["horizon"] = horizon,
            ["warm_up_bars"] = StudySeries.WarmUp,
            ["windows_overlap"] = horizon > 1,
            ["passed_over"] = new JsonArray([.. passedOver.Select(text => JsonValue.Create(text))]),
        };
        if (scores.Count > 1)
        {
            json["per_symbol"] = new JsonArray([.. scores.Select(score =>
            {
                var row = new JsonObject { ["symbol"] = score.Symbol, ["n"] = score.Count };
                foreach (var (key, value) in Measures(score).ToArray())
                {
                    row[key] = value?.DeepClone();
                }

                return row;
            })]);
        }

        return json;
    }

    private static JsonObject Measures(IntervalScore score) => new()
    {
        ["coverage_50"] = StudyNumber.Of(score.Coverage[0]),
        ["coverage_80"] = StudyNumber.Of(score.Coverage[1]),
        ["coverage_90"] = StudyNumber.Of(score.Coverage[2]),
        ["coverage_95"] = StudyNumber.Of(score.Coverage[3]),
        ["coverage_90_ewma_normal"] = StudyNumber.Of(score.RivalCoverage),
        ["worst_250_error_90"] = StudyNumber.Of(score.Worst250),
        ["width_90_vs_ewma_normal"] = StudyNumber.Of(score.Width / score.RivalWidth),
        ["winkler_90"] = new JsonObject { ["product"] = StudyNumber.Of(score.Winkler), ["ewma_normal"] = StudyNumber.Of(score.RivalWinkler) },
        ["kupiec_p"] = StudyNumber.Of(score.Kupiec),
        ["christoffersen_p"] = StudyNumber.Of(score.Christoffersen),
        ["by_regime"] = new JsonObject(score.ByRegime.Select((tally, state) => KeyValuePair.Create(
            StudyNumber.KeyOf((RegimeType)state),
            (JsonNode?)new JsonObject
            {
                ["n"] = tally.Count,
                ["coverage_90"] = StudyNumber.Of(tally.Coverage),
                ["width_90_vs_calm"] = StudyNumber.Of(tally.Width / Calm(score)),
            }))),
    };

    /// <summary>Mean width in the calm states, bull and sideways.</summary>
    private static double Calm(IntervalScore score)
    {
        var (bull, sideways) = (score.ByRegime[(int)RegimeType.Bull], score.ByRegime[(int)RegimeType.Sideways]);
        return (bull.WidthSum + sideways.WidthSum) / (bull.Count + sideways.Count);
    }

    /// <summary>The mean over series, each counting once; p-values are the medians.</summary>
    private static IntervalScore Mean(List<IntervalScore> scores) => scores.Count == 1 ? scores[0] : new IntervalScore(
        "mean",
        scores.Sum(score => score.Count),
        scores.Min(score => score.First),
        scores.Max(score => score.Last),
        [.. Enumerable.Range(0, 4).Select(band => scores.Average(score => score.Coverage[band]))],
        scores.Average(score => score.Worst250),
        scores.Average(score => score.Width),
        scores.Average(score => score.RivalWidth),
        scores.Average(score => score.Winkler),
        scores.Average(score => score.RivalWinkler),
        scores.Average(score => score.RivalCoverage),
        StudyNumber.Median(scores.Select(score => score.Kupiec)),
        StudyNumber.Median(scores.Select(score => score.Christoffersen)),
        [.. Enumerable.Range(0, scores[0].ByRegime.Length).Select(state => Pool(scores, state))]);

    /// <summary>One state over all series, widths in units of each series' calm width, so that no series counts for its size.</summary>
    private static RegimeTally Pool(List<IntervalScore> scores, int state) => new(
        scores.Sum(score => score.ByRegime[state].Count),
        scores.Sum(score => score.ByRegime[state].Inside),
        scores.Where(score => Calm(score) > 0).Sum(score => score.ByRegime[state].WidthSum / Calm(score)));

    private static IReadOnlyList<StudyTable> Tables(List<IntervalScore> scores, int horizon)
    {
        IEnumerable<IntervalScore> rows = scores.Count > 1 ? [.. scores, Mean(scores)] : scores;
        var title = $"Bands {horizon} bar(s) ahead, {ForecastModel.Version}, walk-forward, {scores.Sum(score => score.Count):N0} outcomes";
        return [new StudyTable(
            title,
            ["symbol", "n", "50 %", "80 %", "90 %", "95 %", "worst 250", "width / EWMA", "Winkler / EWMA", "EWMA 90 %", "Kupiec p", "Christoffersen p"],
            [.. rows.Select(score => (IReadOnlyList<string>)
            [
                score.Symbol, $"{score.Count:N0}",
                .. score.Coverage.Select(share => $"{100 * share:F2}"),
                StudyNumber.Text(100 * score.Worst250, "F1"),
                $"{score.Width / score.RivalWidth:F3}", $"{score.Winkler / score.RivalWinkler:F3}", $"{100 * score.RivalCoverage:F2}",
                StudyNumber.Text(score.Kupiec, "F3"), StudyNumber.Text(score.Christoffersen, "F3"),
            ])]), ByRegime(Mean(scores))];
    }

    private static StudyTable ByRegime(IntervalScore score) => new(
        "The 90 % band in each state of the market at issue; width beside the calm states' (bull and sideways)",
        ["state", "n", "coverage, %", "width / calm"],
        [.. score.ByRegime.Select((tally, state) => (IReadOnlyList<string>)
        [
            StudyNumber.KeyOf((RegimeType)state), $"{tally.Count:N0}", StudyNumber.Text(100 * tally.Coverage, "F2"),
            StudyNumber.Text(tally.Width / Calm(score), "F2"),
        ])]);
}
