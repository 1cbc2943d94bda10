using System.Diagnostics;
using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Engine.Training;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>
/// Memory and time of a training on 500 invented series of ten years: the panel, then one fit of all learners out of fold, the pool's weights and the last fit.
/// A training of as many years makes more fits, one after the other, with no more in memory at once. Takes minutes, and no options.
/// </summary>
public sealed class TrainingBenchmark : IStudy
{
    private const int Bars = 2520;
    private const int Seed = 20260107;
    private const double Million = 1e6;

    /// <summary>Days at the end that the one fit speaks of.</summary>
    private const int LastDays = 126;

    private static readonly int[] Symbols = [31, 125, 500];
    private static readonly DateTimeOffset Newest = new(2026, 1, 2, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Bench;

    /// <inheritdoc/>
    public string Name => "training";

    /// <inheritdoc/>
    public string Summary => "Memory and time of training the pooled model on 500 invented series of ten years.";

    /// <inheritdoc/>
    public Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var scaling = new JsonArray();
        var rows = new List<IReadOnlyList<string>>();
        var (panelSeconds, trainSeconds, count) = (0.0, 0.0, 0);
        foreach (var symbols in Symbols)
        {
            progress.Report($"{symbols} series");
            var start = Stopwatch.GetTimestamp();
            var panel = Panel(symbols, cancellationToken);
            panelSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            start = Stopwatch.GetTimestamp();
            var plan = TrainingPlan.For(panel) with { FirstDays = panel.Closes.Count - LastDays };
            var trained = EnsembleTrainer.Train(panel, ForecasterCatalog.Learners, plan, progress, cancellationToken);
            trainSeconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            count = trained.Rows;
            scaling.Add(new JsonObject
            {
                ["work"] = symbols / (double)Symbols[0],
                ["ms"] = Math.Round((panelSeconds + trainSeconds) * 1000),
                ["peak_memory_mb"] = Math.Round(PeakMegabytes()),
            });
            rows.Add([$"{symbols}", $"{panel.Rows.Count:N0}", $"{count:N0}", $"{panelSeconds:F1}", $"{trainSeconds:F1}", $"{PeakMegabytes():F0}"]);
        }

        var json = new JsonObject
        {
            ["peak_memory_mb"] = Math.Round(PeakMegabytes()),
            ["panel_s"] = Math.Round(panelSeconds, 1),
            ["train_s"] = Math.Round(trainSeconds, 1),
            ["scaling"] = scaling,
            ["settings"] = new JsonObject
            {
                ["symbols"] = Symbols[^1],
                ["bars"] = Bars,
                ["train_rows"] = count,
                ["models"] = ForecasterCatalog.Learners.Count,
                ["fits"] = 2,
                ["series_are"] = "simulated",
                ["seed"] = Seed,
            },
        };
        return Task.FromResult(new StudyReport(json, [new StudyTable(
            $"Training on simulated series of {Bars} bars; memory is the process's peak so far",
            ["series", "rows", "learned from", "panel, s", "two fits of all learners, s", "peak, MB"], rows)]));
    }

    private static TrainingPanel Panel(int symbols, CancellationToken cancellationToken)
    {
        var series = new BarSeries[symbols];
        for (var i = 0; i < symbols; i++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            series[i] = SimulatedBars.Daily(Symbol.Parse($"BENCH{i}"), Seed + i, Bars, Newest);
        }

        return PanelBuilder.Build(series, PanelSettings.Default, new Progress<string>(), cancellationToken);
    }

    private static double PeakMegabytes()
    {
        using var process = Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / Million;
    }
}
