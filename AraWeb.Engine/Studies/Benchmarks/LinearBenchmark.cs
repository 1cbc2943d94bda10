using System.Diagnostics;
using System.Text.Json.Nodes;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Linear;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>
/// How fast linear models learn: ridge, lasso and elastic net at one penalty each over 10,000 rows of 120 features, from raw rows to fitted model (means,
/// scales, products, solution, residuals), then over 4 and 16 times the rows, and once with the penalty chosen by purged cross-validation. On two threads,
/// invented rows; takes no options.
/// </summary>
public sealed class LinearBenchmark : IStudy
{
    private const int Rows = 10_000;
    private const int Features = 120;
    private const int Signals = 12;
    private const double Signal = 0.05;
    private const int WarmUps = 5;
    private const int Runs = 15;
    private const int Seed = 20260105;

    // The peers get the same: alpha 100 of ridge is 0.01 a row; scikit-learn's default tolerance.
    private const double Penalty = 0.01;
    private const double Tolerance = 1e-4;

    private readonly int _rows;

    /// <summary>Measures over 10,000 rows.</summary>
    public LinearBenchmark()
        : this(Rows)
    {
    }

    /// <summary>Measures over fewer or more rows.</summary>
    internal LinearBenchmark(int rows) => _rows = rows;

    private static LinearSettings Fixed { get; } = new() { Penalty = Penalty, Tolerance = Tolerance };

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Bench;

    /// <inheritdoc/>
    public string Name => "linear";

    /// <inheritdoc/>
    public string Summary => "Fits of ridge, lasso and elastic net over 10,000 rows of 120 features (milliseconds, processor time beside).";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        (string Key, IForecaster Model, IForecaster Choosing)[] models =
        [
            ("ridge", new RidgeForecaster(Fixed), new RidgeForecaster()),
            ("lasso", new LassoForecaster(Fixed), new LassoForecaster()),
            ("elasticnet", new ElasticNetForecaster(new ElasticNetSettings(0.5, Fixed)), new ElasticNetForecaster()),
        ];
        var json = new JsonObject();
        var rows = new List<IReadOnlyList<string>>();
        var data = Draw(_rows);
        foreach (var (key, model, choosing) in models)
        {
            progress.Report($"{key}: one penalty, then the penalty chosen");
            var (one, processor) = await FitAsync(model, data, WarmUps, Runs, cancellationToken);
            var (chosen, chosenProcessor) = await FitAsync(choosing, data, 1, 5, cancellationToken);
            json[$"{key}_ms"] = Math.Round(one.Median, 2);
            json[$"{key}_p95_ms"] = Math.Round(one.P95, 2);
            json[$"{key}_processor_ms"] = Math.Round(processor, 2);
            json[$"{key}_chosen_ms"] = Math.Round(chosen.Median, 2);
            rows.Add([$"{key}, one penalty, ms", $"{one.Median:F1}", $"{one.P95:F1}", $"{processor:F1}"]);
            rows.Add([$"{key}, penalty chosen by purged cross-validation, ms", $"{chosen.Median:F1}", $"{chosen.P95:F1}", $"{chosenProcessor:F1}"]);
        }

        var scaling = new JsonArray();
        foreach (var work in (int[])[1, 4, 16])
        {
            progress.Report($"{work} times the rows");
            var many = Draw(work * _rows);
            var row = new JsonObject { ["work"] = work };
            foreach (var (key, model, _) in models)
            {
                var (sample, processor) = await FitAsync(model, many, 1, 5, cancellationToken);
                row[$"{key}_ms"] = Math.Round(sample.Median, 2);
                rows.Add([$"{work} x the rows: {key}, ms", $"{sample.Median:F1}", $"{sample.P95:F1}", $"{processor:F1}"]);
            }

            scaling.Add(row);
        }

        json["scaling"] = scaling;
        json["settings"] = Settings();
        return new StudyReport(json, [new StudyTable(
            $"Linear models: {_rows} rows, {Features} features (simulated), two threads, medians of {Runs}", ["fit", "median", "p95", "processor"], rows)]);
    }

    private JsonObject Settings() => new()
    {
        ["rows"] = _rows,
        ["features"] = Features,
        ["penalty"] = Penalty,
        ["elasticnet_share"] = 0.5,
        ["tolerance"] = Tolerance,
        ["folds"] = new LinearSettings().Folds,
        ["penalties"] = new LinearSettings().PathLength,
        ["runs"] = Runs,
        ["threads"] = 2,
        ["rows_are"] = "simulated",
        ["seed"] = Seed,
    };

    private static async Task<(Sample Sample, double Processor)> FitAsync(
        IForecaster model, TrainingSet data, int warmUps, int runs, CancellationToken cancellationToken)
    {
        var before = TimeSpan.Zero;
        using var process = Process.GetCurrentProcess();
        var sample = await Sample.MeasureAsync(
            warmUps,
            runs,
            run =>
            {
                if (run == warmUps)
                {
                    process.Refresh();
                    before = process.TotalProcessorTime;
                }

                model.Fit(data, Seed, cancellationToken);
                return Task.CompletedTask;
            },
            cancellationToken);
        process.Refresh();
        return (sample, (process.TotalProcessorTime - before).TotalMilliseconds / runs);
    }

    private static TrainingSet Draw(int count)
    {
        var random = new Random(Seed);
        double Normal() => Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
        var features = new double[count * Features];
        var targets = new double[count];
        for (var row = 0; row < count; row++)
        {
            for (var j = 0; j < Features; j++)
            {
                features[(row * Features) + j] = Normal();
                targets[row] += j < Signals ? Signal * features[(row * Features) + j] : 0;
            }

            targets[row] += Normal();
        }

        var weights = new double[count];
        Array.Fill(weights, 1);
        return new TrainingSet([.. Enumerable.Range(0, Features).Select(j => $"f{j}")], [1], features, targets, weights);
    }
}
