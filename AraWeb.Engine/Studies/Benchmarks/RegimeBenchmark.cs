using System.Text.Json.Nodes;
using AraWeb.Engine.Regime;
using AraWeb.Engine.Regime.Hmm;
using AraWeb.Engine.Regime.Jump;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>
/// How fast market states are found: a fit of a hidden Markov model with four states and five features over 2520 rows (one start, fifty steps), one step of
/// its filter, and a fit of the jump model with its ten starts. On one core, invented rows; takes no options.
/// </summary>
public sealed class RegimeBenchmark : IStudy
{
    private const int States = 4;
    private const int Features = 5;
    private const int Rows = 2520;
    private const int Iterations = 50;
    private const int WarmUps = 20;
    private const int Runs = 15;
    private const int Seed = 20260104;

    // Weak enough that fifty steps do not come to the end, so that every run does the same work.
    private const double Separation = 0.1;
    private const double Leaving = 0.02;
    private const double Smoothing = 0.1;

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Bench;

    /// <inheritdoc/>
    public string Name => "regime";

    /// <inheritdoc/>
    public string Summary => "Fits of market states over 2520 bars (milliseconds) and one filtered bar (microseconds).";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var settings = new HmmSettings(States) { Starts = 1, MaxIterations = Iterations, Tolerance = 0 };
        var gaussian = settings with { DegreesOfFreedom = double.PositiveInfinity };
        progress.Report($"hidden Markov model, Gaussian, {Iterations} steps, {Runs} times");
        var rows = Draw(Rows);
        var plain = await FitAsync(rows, gaussian, WarmUps, cancellationToken);
        progress.Report("the same with Student-t emissions");
        var student = await FitAsync(rows, settings, WarmUps, cancellationToken);
        progress.Report($"filter over {Rows} rows");
        var fit = HmmFitter.Fit(rows, Features, settings);
        var step = await Sample.MeasureAsync(WarmUps, Runs, _ => Filter(fit.Model, rows), cancellationToken);
        progress.Report("jump model, ten starts");
        var smooth = Smooth(rows);
        var jumpSettings = new JumpSettings(States, JumpPenalty.For(Features));
        var jump = await JumpAsync(smooth, jumpSettings, WarmUps, cancellationToken);
        var scaling = new List<(int Work, double Hmm, double Jump)> { (1, plain.Median, jump.Median) };
        foreach (var work in (int[])[4, 16])
        {
            progress.Report($"{work} times the rows");
            var many = Draw(work * Rows);
            var hmm = await FitAsync(many, gaussian, 1, cancellationToken);
            scaling.Add((work, hmm.Median, (await JumpAsync(Smooth(many), jumpSettings, 1, cancellationToken)).Median));
        }

        return Report(plain, student, step, jump, scaling, fit);
    }

    private static Task<Sample> FitAsync(double[] rows, HmmSettings settings, int warmUps, CancellationToken cancellationToken) => Sample.MeasureAsync(
        warmUps,
        Runs,
        _ =>
        {
            HmmFitter.Fit(rows, Features, settings);
            return Task.CompletedTask;
        },
        cancellationToken);

    private static Task<Sample> JumpAsync(double[] rows, JumpSettings settings, int warmUps, CancellationToken cancellationToken) => Sample.MeasureAsync(
        warmUps,
        Runs,
        _ =>
        {
            JumpFitter.Fit(rows, Features, settings);
            return Task.CompletedTask;
        },
        cancellationToken);

    private static Task Filter(HiddenMarkovModel model, double[] rows)
    {
        var filter = new HmmFilter(model);
        for (var t = 0; t < Rows; t++)
        {
            filter.Add(rows.AsSpan(t * Features, Features));
        }

        return Task.CompletedTask;
    }

    private static double[] Draw(int count)
    {
        var random = new Random(Seed);
        var rows = new double[count * Features];
        var state = 0;
        for (var i = 0; i < rows.Length; i++)
        {
            if (i % Features == 0 && random.NextDouble() < Leaving)
            {
                state = random.Next(States);
            }

            var normal = Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
            rows[i] = (Separation * (i % 2 == 0 ? state : -state)) + ((0.8 + (0.15 * state)) * normal);
        }

        return rows;
    }

    /// <summary>Exponentially averaged and scaled, as a jump model's features are.</summary>
    private static double[] Smooth(double[] rows)
    {
        var smooth = (double[])rows.Clone();
        for (var i = Features; i < smooth.Length; i++)
        {
            smooth[i] = ((1 - Smoothing) * smooth[i - Features]) + (Smoothing * rows[i]);
        }

        RowScaler.Learn(smooth, Features).Apply(smooth, smooth);
        return smooth;
    }

    private static StudyReport Report(
        Sample plain, Sample student, Sample step, Sample jump, List<(int Work, double Hmm, double Jump)> scaling, HmmFit fit)
    {
        var microseconds = 1000 * step.Median / Rows;
        var json = new JsonObject
        {
            ["hmm_fit_2520_ms"] = Math.Round(plain.Median, 2),
            ["hmm_fit_2520_p95_ms"] = Math.Round(plain.P95, 2),
            ["hmm_student_fit_2520_ms"] = Math.Round(student.Median, 2),
            ["filter_step_us"] = Math.Round(microseconds, 3),
            ["jump_fit_ms"] = Math.Round(jump.Median, 2),
            ["jump_fit_p95_ms"] = Math.Round(jump.P95, 2),
            ["scaling"] = new JsonArray([.. scaling.Select(row => new JsonObject
            {
                ["work"] = row.Work, ["ms"] = Math.Round(row.Hmm, 2), ["jump_ms"] = Math.Round(row.Jump, 2),
            })]),
            ["settings"] = new JsonObject
            {
                ["states"] = States,
                ["features"] = Features,
                ["rows"] = Rows,
                ["starts"] = 1,
                ["iterations"] = fit.Iterations,
                ["jump_starts"] = new JumpSettings(States, 0).Starts,
                ["runs"] = Runs,
                ["threads"] = 1,
                ["rows_are"] = "simulated",
                ["seed"] = Seed,
            },
        };
        return new StudyReport(json, [new StudyTable(
            $"Market states: {States} states, {Features} features, {Rows} rows (simulated), one core, medians of {Runs}",
            ["measure", "median", "p95"],
            [
                [$"hidden Markov model, Gaussian, {Iterations} steps, ms", $"{plain.Median:F1}", $"{plain.P95:F1}"],
                ["the same, Student-t, ms", $"{student.Median:F1}", $"{student.P95:F1}"],
                ["one filtered row, us", $"{microseconds:F2}", $"{1000 * step.P95 / Rows:F2}"],
                ["jump model, ten starts, ms", $"{jump.Median:F1}", $"{jump.P95:F1}"],
                .. scaling.Select(row => (IReadOnlyList<string>)
                    [$"{row.Work} x the rows: hidden Markov / jump, ms", $"{row.Hmm:F1} / {row.Jump:F1}", string.Empty]),
            ])]);
    }
}
