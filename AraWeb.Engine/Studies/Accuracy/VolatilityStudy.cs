using System.Text.Json.Nodes;
using AraWeb.Engine.Prediction;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// <c>evaluate volatility</c>: QLIKE of variance forecasts 1, 5 and 20 bars ahead against the range-based proxy, for the live model and for a constant,
/// a rolling window, EWMA, GARCH-t and the reference HAR, all walk-forward on the same origins. Where at least five daily series of an asset class overlap,
/// the live blend with the panel's regression is scored beside them.
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
        var series = (await StudySeries.LongEnoughAsync(options, time, progress, cancellationToken)).Used;
        progress.Report("panel: date by date");
        var panel = VolatilityPanel.Run(series, VolatilityTrial.Anchors, cancellationToken);
        for (var s = 0; s < series.Count; s++)
        {
            var bars = series[s];
            progress.Report($"{bars.Symbol}: {bars.Count} bars");
            scores.Add(VolatilityTrial.Run(bars, panel[s], StudySeries.Scored(bars, options, StudySeries.WarmUp), cancellationToken));
        }

        return new StudyReport(Json(scores), [.. VolatilityTrial.Horizons.Select((_, k) => Table(scores, k))]);
    }

    private static JsonObject Json(List<IReadOnlyList<VolatilityScore>> scores)
    {
        var json = new JsonObject();
        var (tests, panelTests) = (new JsonObject(), new JsonObject());
        for (var k = 0; k < VolatilityTrial.Horizons.Length; k++)
        {
            var at = scores.Select(score => score[k]).ToList();
            json[QlikeKey(k)] = StudyNumber.Object(CommonModels(at), name => at.Average(score => score.Qlike[name]));
            tests[HorizonKey(k)] = MedianP(at, score => score.BetterP);
            panelTests[HorizonKey(k)] = MedianP(at, score => score.PanelBetterP);
        }

        json["dm_p"] = tests;
        if (CommonModels(scores.Select(score => score[0])).Contains(VolatilityTrial.Panel))
        {
            json["dm_p_panel"] = panelTests;
        }

        json["n"] = scores.Sum(score => score[0].Count);
        json["symbols"] = scores.Count;
        json["from"] = scores.Min(score => score[0].First).ToString("O");
        json["to"] = scores.Max(score => score[0].Last).ToString("O");
        json["settings"] = Settings(scores);
        if (scores.Count > 1)
        {
            json["per_symbol"] = new JsonArray([.. scores.Select(PerSymbol)]);
        }

        return json;
    }

    private static JsonObject Settings(List<IReadOnlyList<VolatilityScore>> scores) => new()
    {
        ["model"] = ForecastModel.Version,
        ["proxy"] = "Garman-Klass variance plus squared gap, mean per bar",
        ["scaling"] = "each forecast times the ratio of outcomes to forecasts so far",
        ["dm"] = "one-sided, product (or panel) better; over several symbols the median p",
        ["panel"] = "the live blend with the regression over the panel; averaged only where every series is in a panel",
        ["panel_symbols"] = scores.Count(score => score[0].Qlike.ContainsKey(VolatilityTrial.Panel)),
        ["warm_up_bars"] = StudySeries.WarmUp,
    };

    private static JsonObject PerSymbol(IReadOnlyList<VolatilityScore> score)
    {
        var row = new JsonObject { ["symbol"] = score[0].Symbol, ["n"] = score[0].Count };
        for (var k = 0; k < score.Count; k++)
        {
            row[QlikeKey(k)] = StudyNumber.Object(score[k].Qlike.Keys, name => score[k].Qlike[name]);
        }

        return row;
    }

    private static StudyTable Table(List<IReadOnlyList<VolatilityScore>> scores, int k)
    {
        var fullest = scores.Select(score => score[k]).MaxBy(score => score.Qlike.Count)!;
        string[] models = [.. fullest.Qlike.Keys];
        string[] rivals = [.. fullest.BetterP.Keys];
        string[] panelRivals = [.. fullest.PanelBetterP.Keys];
        return new StudyTable(
            $"QLIKE {VolatilityTrial.Horizons[k]} bar(s) ahead, lower is better; p that product or panel is no better than a rival (Diebold-Mariano)",
            ["symbol", "n", .. models, .. rivals.Select(rival => $"p {rival}"), .. panelRivals.Select(rival => $"panel p {rival}")],
            [.. scores.Select(score => (IReadOnlyList<string>)
            [
                score[k].Symbol, $"{score[k].Count:N0}",
                .. models.Select(model => StudyNumber.Text(score[k].Qlike.GetValueOrDefault(model, double.NaN), "F4")),
                .. rivals.Select(rival => StudyNumber.Text(score[k].BetterP[rival], "F3")),
                .. panelRivals.Select(rival => StudyNumber.Text(score[k].PanelBetterP.GetValueOrDefault(rival, double.NaN), "F3")),
            ])]);
    }

    /// <summary>Models that every series has: means over different series would not be comparable.</summary>
    private static string[] CommonModels(IEnumerable<VolatilityScore> scores) => [.. scores.MinBy(score => score.Qlike.Count)!.Qlike.Keys];

    private static JsonObject MedianP(List<VolatilityScore> scores, Func<VolatilityScore, IReadOnlyDictionary<string, double>> by) => StudyNumber.Object(
        scores.Select(by).MinBy(tests => tests.Count)!.Keys, rival => StudyNumber.Median(scores.Select(score => by(score)[rival])));

    private static string HorizonKey(int k) => $"h{VolatilityTrial.Horizons[k]}";

    private static string QlikeKey(int k) => $"qlike_{HorizonKey(k)}";
}
