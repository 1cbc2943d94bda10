using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Engine.Training;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// <c>evaluate rank</c>: do the pooled models order instruments by the return that comes? Trained through the years on outcomes less each day's mean; the same
/// again, learning and scoring, on outcomes dealt out anew within each day, where every skill is a defect. Walk-forward: each fit speaks only of days after all
/// that it learned from.
/// </summary>
public sealed class RankStudy(TimeProvider time) : IStudy
{
    private const double LeastIc = 0.02;
    private const double LeastT = 2;
    private const int PlaceboSeed = 7;

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Evaluate;

    /// <inheritdoc/>
    public string Name => "rank";

    /// <inheritdoc/>
    public string Summary => "Rank correlation of the pooled models' forecasts with what came, among the instruments of each day, and a placebo.";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        var horizon = new Horizon(options.Horizon ?? PooledTrial.DefaultHorizon);
        var (panel, passedOver) = await PooledTrial.PanelAsync(options, horizon.Bars, time, progress, cancellationToken);
        if (panel.Symbols.Count < RankIc.FewestInstruments)
        {
            throw new InputException(
                "data", options.Data, $"An order needs at least {RankIc.FewestInstruments} instruments; {panel.Symbols.Count} are long enough.");
        }

        var members = ForecasterCatalog.Learners;
        var (said, pooled) = PooledTrial.Run(panel.Relative(), members, progress, cancellationToken);
        var rows = PooledTrial.Scored(pooled, options);
        progress.Report("placebo");
        var dealt = panel.Relative().Shuffled(PlaceboSeed);
        var (_, shuffled) = PooledTrial.Run(dealt, members, progress, cancellationToken);
        var scores = new List<(string Name, RankIc Score)> { ("pooled", RankIc.Of(panel, rows, row => pooled.MeanOf(row, 0))) };
        for (var m = 0; m < said.Members.Count; m++)
        {
            var member = m;
            int[] spoken = [.. rows.Where(row => !double.IsNaN(said.Of(row, 0)[member].Mean))];
            scores.Add((said.Members[m], RankIc.Of(panel, spoken, row => said.Of(row, 0)[member].Mean)));
        }

        var placebo = RankIc.Of(dealt, rows, row => shuffled.MeanOf(row, 0));
        return new StudyReport(
            Json(panel, said, pooled, scores, placebo, rows, passedOver),
            [Table(panel, scores, placebo, rows), PooledReport.Weights(pooled, said.Members)]);
    }

    private static bool HasEdge(RankIc score) => score.Mean > LeastIc && score.T > LeastT;

    private static JsonObject Json(
        TrainingPanel panel, OutOfFold said, StackedForecasts pooled, List<(string Name, RankIc Score)> scores, RankIc placebo, int[] rows,
        IReadOnlyList<string> passedOver)
    {
        var json = Measures(scores[0].Score);
        json["placebo_ic"] = StudyNumber.Of(placebo.Mean);
        json["placebo_t"] = StudyNumber.Of(placebo.T);
        json["edge"] = HasEdge(scores[0].Score) ? "edge" : "no edge";
        json["n"] = rows.Length;
        json["members"] = new JsonObject(scores.Skip(1).Select(score => KeyValuePair.Create(score.Name, (JsonNode?)Measures(score.Score))));
        json["weights"] = PooledReport.WeightsJson(pooled, said.Members);
        json["settings"] = PooledReport.SettingsJson(panel, said, rows, passedOver);
        return json;
    }

    private static JsonObject Measures(RankIc score) => new()
    {
        ["rank_ic"] = StudyNumber.Of(score.Mean),
        ["icir"] = StudyNumber.Of(score.Ratio),
        ["t"] = StudyNumber.Of(score.T),
        ["n_days"] = score.Days,
    };

    private static StudyTable Table(TrainingPanel panel, List<(string Name, RankIc Score)> scores, RankIc placebo, int[] rows) => new(
        $"Rank correlation {panel.Horizons[0]} bars ahead, {PooledReport.Span(panel, rows)}, walk-forward: {(HasEdge(scores[0].Score) ? "edge" : "no edge")}",
        ["forecast", "rank IC", "IC / deviation", "t", "days"],
        [.. scores.Append((Name: "placebo", Score: placebo)).Select(row => (IReadOnlyList<string>)
        [
            row.Name, StudyNumber.Text(row.Score.Mean, "F4"), StudyNumber.Text(row.Score.Ratio, "F3"), StudyNumber.Text(row.Score.T, "F2"),
            $"{row.Score.Days:N0}",
        ])]);
}
