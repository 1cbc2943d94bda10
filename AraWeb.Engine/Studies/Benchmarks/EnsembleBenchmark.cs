using System.Diagnostics;
using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Ensemble;
using AraWeb.Engine.Explanation;
using AraWeb.Engine.Features.Panel;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Trees.Forests;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>
/// What the ensemble costs for one asset: every learner's forecast of three horizons, the pool and the isolation forest's score on one row; the columns of the
/// row from 2,520 bars; and the explanation of one horizon. Learned from invented rows; takes no options.
/// </summary>
public sealed class EnsembleBenchmark : IStudy
{
    private const int Rows = 20_000;
    private const int Bars = 2520;
    private const int WarmUps = 20;
    private const int Runs = 101;
    private const int Seed = 20260106;
    private const double Signal = 0.05;
    private static readonly DateTimeOffset Newest = new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Bench;

    /// <inheritdoc/>
    public string Name => "ensemble";

    /// <inheritdoc/>
    public string Summary => "One asset's forecast by all learners and the pool, its features, and its explanation.";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var bars = SimulatedBars.Daily(Symbol.Parse("BENCH"), Seed, Bars, Newest);
        var names = PanelFeatures.Compute(bars).Names;
        var data = Draw(names);
        var members = new List<IFittedForecaster>();
        var start = Stopwatch.GetTimestamp();
        foreach (var learner in ForecasterCatalog.Learners)
        {
            progress.Report($"{learner.Id} learns");
            members.Add(learner.Fit(data, Seed, cancellationToken));
        }

        var isolation = IsolationForest.Fit(data.Features.Span, names.Count, new IsolationSettings(), Seed, cancellationToken);
        var trained = Stopwatch.GetElapsedTime(start).TotalSeconds;
        double[] equal = [.. members.Select(_ => 1.0 / members.Count)];
        var weights = new PoolWeights(equal, [equal, equal, equal, equal]);
        var model = new PooledModel(
            PanelFeatures.Version, names, data.Horizons, members, [.. data.Horizons.Select(_ => weights)], DateTimeOffset.UnixEpoch);
        var explainer = new PooledExplainer(model);
        var row = data.Features[..names.Count].ToArray();
        var means = new double[data.Horizons.Count];
        var sink = 0.0;
        var one = await Sample.MeasureAsync(WarmUps, Runs, _ => Run(() =>
        {
            model.Forecast(row, regime: null, means);
            sink += means[0] + isolation.Score(row);
        }), cancellationToken);
        var features = await Sample.MeasureAsync(WarmUps, Runs, _ => Run(() => sink += PanelFeatures.Compute(bars)[0][^1]), cancellationToken);
        var explained = await Sample.MeasureAsync(WarmUps, Runs, _ => Run(() => sink += explainer.Explain(row, regime: null, 0).Mean), cancellationToken);
        var scaling = new JsonArray();
        foreach (var work in (int[])[1, 4, 16])
        {
            var many = await Sample.MeasureAsync(2, 21, _ => Run(() =>
            {
                for (var i = 0; i < work; i++)
                {
                    model.Forecast(data.Features.Span.Slice(i * names.Count, names.Count), regime: null, means);
                    sink += means[0];
                }
            }), cancellationToken);
            scaling.Add(new JsonObject { ["work"] = work, ["ms"] = Math.Round(many.Median, 4) });
        }

        var json = new JsonObject
        {
            ["all12_one_asset_ms"] = Math.Round(one.Median, 4),
            ["all12_one_asset_p95_ms"] = Math.Round(one.P95, 4),
            ["features_ms"] = Math.Round(features.Median, 3),
            ["explain_ms"] = Math.Round(explained.Median, 3),
            ["train_s"] = Math.Round(trained, 2),
            ["scaling"] = scaling,
            ["settings"] = new JsonObject
            {
                ["models"] = members.Count + 1,
                ["model_ids"] = new JsonArray([.. members.Select(member => JsonValue.Create(member.Id)), JsonValue.Create("isolation_forest")]),
                ["horizons"] = data.Horizons.Count,
                ["features"] = names.Count,
                ["train_rows"] = Rows,
                ["bars"] = Bars,
                ["runs"] = Runs,
                ["rows_are"] = "invented",
                ["finite"] = double.IsFinite(sink),
                ["seed"] = Seed,
            },
        };
        return new StudyReport(json, [new StudyTable(
            $"One asset, {members.Count + 1} models, {data.Horizons.Count} horizons",
            ["what", "median, ms", "p95, ms"],
            [
                ["forecasts of all models, pooled", $"{one.Median:F3}", $"{one.P95:F3}"],
                [$"{names.Count} features from {Bars} bars", $"{features.Median:F2}", $"{features.P95:F2}"],
                ["explanation of one horizon", $"{explained.Median:F2}", $"{explained.P95:F2}"],
            ])]);
    }

    private static Task Run(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private static TrainingSet Draw(IReadOnlyList<string> names)
    {
        var normals = new SeededNormals(Seed);
        int[] horizons = [1, 5, 20];
        var features = new double[Rows * names.Count];
        for (var i = 0; i < features.Length; i++)
        {
            features[i] = normals.Next();
        }

        var targets = new double[Rows * horizons.Length];
        for (var i = 0; i < targets.Length; i++)
        {
            targets[i] = (Signal * features[i / horizons.Length * names.Count]) + normals.Next();
        }

        var weights = new double[Rows];
        Array.Fill(weights, 1);
        return new TrainingSet(names, horizons, features, targets, weights);
    }
}
