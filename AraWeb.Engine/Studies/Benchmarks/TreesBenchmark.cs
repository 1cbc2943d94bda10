using System.Diagnostics;
using System.Text.Json.Nodes;
using AraWeb.Engine.Models.Trees.Boosting;
using AraWeb.Engine.Models.Trees.Compiled;
using AraWeb.Engine.Models.Trees.Forests;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>
/// How fast trees learn and speak: depth-wise boosting of 300 rounds to depth 6 over 10,000 rows of 120 features, a forecast for one row, forecasts for 10,000.
/// Invented rows; takes no options. The other two algorithms, forests and explanations of the depth-wise model are timed beside it.
/// </summary>
public sealed class TreesBenchmark : IStudy
{
    private const int Rows = 10_000;
    private const int Features = 120;
    private const int Rounds = 300;
    private const int Depth = 6;
    private const int Leaves = 31;
    private const int ScalingRounds = 30;
    private const int Runs = 5;
    private const int PredictRuns = 15;
    private const int Singles = 2000;
    private const int ExplainedRows = 100;
    private const int Seed = 20260304;

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Bench;

    /// <inheritdoc/>
    public string Name => "trees";

    /// <inheritdoc/>
    public string Summary => "Boosting on 10,000 x 120 (seconds), forecasts of one row (microseconds) and of 10,000 (milliseconds), explanations, forests.";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var data = Draw(Rows);
        var times = new List<TrainingTime>();
        foreach (var algorithm in Enum.GetValues<BoostingAlgorithm>())
        {
            progress.Report($"{algorithm}: {Rounds} rounds over {Rows} x {Features}, {Runs} times");
            times.Add(await TrainAsync(data, algorithm, Rounds, Runs, cancellationToken));
        }

        progress.Report("forecasts");
        var compiled = CompiledTrees.From(times[0].Fit.Ensemble);
        var single = await Sample.MeasureAsync(PredictRuns, PredictRuns, _ => PredictSingles(compiled, data.Features), cancellationToken);
        var sums = new double[Rows];
        var batch = await Sample.MeasureAsync(PredictRuns, PredictRuns, _ => PredictBatch(compiled, data.Features, sums, cancellationToken), cancellationToken);
        var scaling = new List<(int Work, double Train, double Predict)>();
        foreach (var work in (int[])[1, 4, 16])
        {
            progress.Report($"{ScalingRounds} rounds over {work} times the rows");
            var many = Draw(work * Rows);
            var train = await TrainAsync(many, BoostingAlgorithm.Depthwise, ScalingRounds, 3, cancellationToken);
            var said = new double[work * Rows];
            var predict = await Sample.MeasureAsync(1, 3, _ => PredictBatch(compiled, many.Features, said, cancellationToken), cancellationToken);
            scaling.Add((work, 1000 * train.Seconds, predict.Median));
        }

        progress.Report($"explanations and forests of {ForestTimes.Trees} trees");
        var explain = await ForestTimes.ExplainAsync(times[0].Fit.Ensemble, data.Features, ExplainedRows, PredictRuns, cancellationToken);
        var forests = new List<(ForestKind Kind, double Seconds)>();
        foreach (var kind in Enum.GetValues<ForestKind>())
        {
            var learn = await ForestTimes.LearnAsync(kind, data.Features, data.Targets, data.Weights, Seed, Runs, cancellationToken);
            forests.Add((kind, learn.Median / 1000));
        }

        return Report(times, 1000 * single.Median / Singles, batch, scaling, explain.Median / ExplainedRows, forests);
    }

    private static async Task<TrainingTime> TrainAsync(
        InventedRows data, BoostingAlgorithm algorithm, int rounds, int runs, CancellationToken cancellationToken)
    {
        var settings = new BoostingSettings(algorithm)
        {
            Rounds = rounds,
            MaxDepth = algorithm == BoostingAlgorithm.Leafwise ? BoostingSettings.DeepestLevel : Depth,
            MaxLeaves = Leaves,
        };
        BoostingFit? fit = null;
        var before = TimeSpan.Zero;
        using var process = Process.GetCurrentProcess();
        var sample = await Sample.MeasureAsync(
            1,
            runs,
            run =>
            {
                // The first run is for warming up.
                process.Refresh();
                before = run == 1 ? process.TotalProcessorTime : before;
                fit = Booster.Fit(data.Features, Features, data.Targets, data.Weights, settings, Seed, cancellationToken);
                return Task.CompletedTask;
            },
            cancellationToken);
        process.Refresh();
        var processor = (process.TotalProcessorTime - before).TotalSeconds / runs;
        return new TrainingTime(algorithm, sample.Median / 1000, processor, fit!);
    }

    private static Task PredictSingles(CompiledTrees compiled, double[] features)
    {
        for (var row = 0; row < Singles; row++)
        {
            compiled.Predict(features.AsSpan(row * Features, Features));
        }

        return Task.CompletedTask;
    }

    private static Task PredictBatch(CompiledTrees compiled, double[] features, double[] sums, CancellationToken cancellationToken)
    {
        compiled.Predict(features, sums, Environment.ProcessorCount, cancellationToken);
        return Task.CompletedTask;
    }

    /// <summary>Normal features; the target follows five of them and noise of unit variance.</summary>
    private static InventedRows Draw(int rows)
    {
        var random = new SeededNormals(Seed);
        var features = new double[rows * Features];
        random.Fill(features);
        var targets = new double[rows];
        var weights = new double[rows];
        for (var row = 0; row < rows; row++)
        {
            var x = features.AsSpan(row * Features, Features);
            targets[row] = (3 * Math.Sin(x[0])) + (x[1] * x[2]) + x[3] + Math.Abs(x[4]) + random.Next();
            weights[row] = 1;
        }

        return new InventedRows(features, targets, weights);
    }

    private static StudyReport Report(
        List<TrainingTime> times,
        double single,
        Sample batch,
        List<(int Work, double Train, double Predict)> scaling,
        double explain,
        List<(ForestKind Kind, double Seconds)> forests)
    {
        var json = new JsonObject
        {
            ["train_10kx120_300d6_s"] = Math.Round(times[0].Seconds, 3),
            ["train_cpu_s"] = Math.Round(times[0].ProcessorSeconds, 3),
            ["train_leafwise_s"] = Math.Round(times[1].Seconds, 3),
            ["train_leafwise_cpu_s"] = Math.Round(times[1].ProcessorSeconds, 3),
            ["train_oblivious_s"] = Math.Round(times[2].Seconds, 3),
            ["train_oblivious_cpu_s"] = Math.Round(times[2].ProcessorSeconds, 3),
            ["predict_row_us"] = Math.Round(single, 2),
            ["predict_10k_ms"] = Math.Round(batch.Median, 2),
            ["predict_10k_p95_ms"] = Math.Round(batch.P95, 2),
            ["shap_row_ms"] = Math.Round(explain, 4),
            ["rf100_train_s"] = Math.Round(forests[0].Seconds, 3),
            ["extra100_train_s"] = Math.Round(forests[1].Seconds, 3),
            ["scaling"] = new JsonArray([.. scaling.Select(row => new JsonObject
            {
                ["work"] = row.Work, ["ms"] = Math.Round(row.Train, 1), ["predict_ms"] = Math.Round(row.Predict, 1),
            })]),
            ["settings"] = new JsonObject
            {
                ["rows"] = Rows,
                ["features"] = Features,
                ["rounds"] = Rounds,
                ["depth"] = Depth,
                ["leafwise_leaves"] = Leaves,
                ["forest_trees"] = ForestTimes.Trees,
                ["forest_depth"] = ForestTimes.Depth,
                ["scaling_rounds"] = ScalingRounds,
                ["runs"] = Runs,
                ["threads"] = Environment.ProcessorCount,
                ["rows_are"] = "simulated",
                ["seed"] = Seed,
            },
        };
        return new StudyReport(json, [new StudyTable(
            $"Trees: {Rows} x {Features} (simulated), {Environment.ProcessorCount} threads, medians",
            ["measure", "time", "processor time"],
            [
                .. times.Select(time => (IReadOnlyList<string>)
                    [$"{time.Algorithm} boosting, {Rounds} rounds, s", $"{time.Seconds:F2}", $"{time.ProcessorSeconds:F2}"]),
                ["forecast of one row, us", $"{single:F2}", string.Empty],
                [$"forecasts of {Rows} rows, ms", $"{batch.Median:F1}", string.Empty],
                ["explanation of one row, ms", $"{explain:F3}", string.Empty],
                .. forests.Select(forest => (IReadOnlyList<string>)
                    [$"{forest.Kind}, {ForestTimes.Trees} trees of depth {ForestTimes.Depth}, s", $"{forest.Seconds:F2}", string.Empty]),
                .. scaling.Select(row => (IReadOnlyList<string>)
                    [$"{row.Work} x the rows: {ScalingRounds} rounds / forecasts, ms", $"{row.Train:F0} / {row.Predict:F1}", string.Empty]),
            ])]);
    }

    private sealed record InventedRows(double[] Features, double[] Targets, double[] Weights);

    private sealed record TrainingTime(BoostingAlgorithm Algorithm, double Seconds, double ProcessorSeconds, BoostingFit Fit);
}
