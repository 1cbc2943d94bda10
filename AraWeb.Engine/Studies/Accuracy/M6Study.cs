using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction.Ranks;

namespace AraWeb.Engine.Studies.Accuracy;

/// <summary>
/// <c>evaluate m6</c>: the forecasting half of the M6 competition on any universe whose size is a multiple of five. Each round is forecast from the prices
/// before it and scored as the competition scored it. Leaves out the investment half.
/// </summary>
public sealed class M6Study : IStudy
{
    /// <summary>What a forecast of five equal probabilities scores, and what the competition published about its 163 teams.</summary>
    private const double Benchmark = 0.16;

    private const double MedianTeam = 0.16218;
    private const double BestTeam = 0.15645;

    private const string OriginRule = "the last trading day before the round's first day: forecasts are due before that day's close, from which returns run";

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Evaluate;

    /// <inheritdoc/>
    public string Name => "m6";

    /// <inheritdoc/>
    public string Summary => "Ranked probability score of four-week rank forecasts, as in the M6 competition.";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(progress);
        if (options.Data is not { } folder)
        {
            throw new InputException("data", options.Data, "Give --data with a folder that holds assets_m6.csv and M6_Universe.csv.");
        }

        return await Task.Run(() => Run(folder, options, progress, cancellationToken), cancellationToken);
    }

    private static StudyReport Run(string folder, StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        var universe = M6Folder.Read(folder);
        var (ends, kind) = M6Rounds.Choose(universe.Panel, options);
        progress.Report($"{universe.Symbols.Count} assets, {ends.Count} {kind} rounds, origin: {OriginRule}");
        var settings = RankSimulationSettings.Default;
        var rounds = new List<M6Round>();
        foreach (var end in ends)
        {
            cancellationToken.ThrowIfCancellationRequested();
            rounds.Add(M6Trial.Run(universe.Panel, end, settings));
            progress.Report($"round to {end:O}: {rounds[^1].Rps:F5}");
        }

        var summary = M6Summary.Of(rounds, Benchmark);
        return new StudyReport(Json(rounds, summary, universe, kind, settings), [RoundTable(rounds), SummaryTable(rounds, summary, universe, kind)]);
    }

    private static JsonObject Json(List<M6Round> rounds, M6Summary summary, M6Universe universe, string kind, RankSimulationSettings settings) => new()
    {
        ["rps"] = StudyNumber.Of(summary.Rps),
        ["rounds"] = new JsonArray([.. rounds.Select(round => new JsonObject
        {
            ["end"] = round.End.ToString("O"),
            ["start"] = round.Start.ToString("O"),
            ["origin"] = round.Origin.ToString("O"),
            ["history_days"] = round.HistoryDays,
            ["uniform"] = round.IsUniform,
            ["rps"] = StudyNumber.Of(round.Rps),
        })]),
        ["rounds_below_016"] = summary.Below,
        ["placebo_rps"] = StudyNumber.Of(summary.Placebo),
        ["se"] = StudyNumber.Of(summary.StandardError),
        ["t_against_016"] = StudyNumber.Of(summary.T),
        ["n"] = rounds.Count,
        ["assets"] = universe.Symbols.Count,
        ["from"] = rounds[0].Start.ToString("O"),
        ["to"] = rounds[^1].End.ToString("O"),
        ["peers"] = new JsonObject { ["benchmark"] = Benchmark, ["median_team"] = MedianTeam, ["best_team"] = BestTeam },
        ["settings"] = new JsonObject
        {
            ["model"] = RankModel.Version,
            ["rounds"] = kind,
            ["origin"] = OriginRule,
            ["history_folder"] = universe.HasHistory,
            ["draws"] = 2 * settings.Pairs,
            ["seed"] = settings.Seed,
            ["placebo_orders"] = M6Trial.PlaceboOrders,
        },
    };

    private static StudyTable RoundTable(List<M6Round> rounds) => new(
        "Ranked probability score per round, lower is better; returns run from the close of start to the close of end, forecasts see prices up to origin",
        ["end", "start", "origin", "history days", "rps", "below 0.16", "placebo"],
        [.. rounds.Select(round => (IReadOnlyList<string>)
        [
            round.End.ToString("O"), round.Start.ToString("O"), round.Origin.ToString("O"),
            round.IsUniform ? $"{round.HistoryDays}, too few: uniform" : $"{round.HistoryDays:N0}",
            $"{round.Rps:F5}", round.Rps < Benchmark ? "yes" : "no", $"{round.Placebo:F5}",
        ])]);

    private static StudyTable SummaryTable(List<M6Round> rounds, M6Summary summary, M6Universe universe, string kind) => new(
        $"{universe.Symbols.Count} assets, {rounds.Count} {kind} rounds, {rounds[0].Start:O} to {rounds[^1].End:O}; teams: the 163 on their own twelve rounds",
        ["", "rps", "rounds below 0.16", "se", "t against 0.16"],
        [
            [
                RankModel.Version, $"{summary.Rps:F5}", $"{summary.Below} of {rounds.Count}",
                StudyNumber.Text(summary.StandardError, "F5"), StudyNumber.Text(summary.T, "F1"),
            ],
            ["placebo (assets shuffled)", $"{summary.Placebo:F5}", "", "", ""],
            ["uniform, the benchmark", $"{Benchmark:F5}", "", "", ""],
            ["best team", $"{BestTeam:F5}", "", "", ""],
            ["median team", $"{MedianTeam:F5}", "", "", ""],
        ]);
}
