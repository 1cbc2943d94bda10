using System.Diagnostics;
using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Features;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>
/// How fast all indicators of the catalogue are: over 1000 bars on one core, for one new bar, and over a hundred symbols on all cores. Invented bars with a
/// benchmark, so that nothing is left out; takes no options.
/// </summary>
public sealed class FeaturesBenchmark : IStudy
{
    private const int Seed = 20260103;
    private const int BatchBars = 1000;
    private const int Symbols = 100;
    private const int BarsPerSymbol = 2500;
    private const int NewBars = 3000;
    private const int WarmUps = 100;
    private const int Runs = 101;
    private const int AloneRuns = 40;

    private static readonly DateTimeOffset Newest = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Bench;

    /// <inheritdoc/>
    public string Name => "features";

    /// <inheritdoc/>
    public string Summary => "All indicators over 1000 bars (milliseconds), one new bar (microseconds), 100 symbols (seconds).";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        // First, since it also makes the runtime compile everything at its best.
        progress.Report("each indicator alone");
        var costs = Dearest(cancellationToken);
        progress.Report($"{NewBars} new bars, one after the other");
        var (bar, allocated) = NewBar(cancellationToken);
        progress.Report($"{Symbols} symbols of {BarsPerSymbol} bars");
        var series = Enumerable.Range(0, Symbols).Select(symbol => Bars(symbol, BarsPerSymbol)).ToList();
        var many = await Sample.MeasureAsync(
            1,
            5,
            _ => Task.Run(() => FeatureBatch.ForEach(FeatureRequest.Everything(), series, (_, _) => { }, cancellationToken), cancellationToken),
            cancellationToken);
        progress.Report($"{FeatureRequest.Everything().Count} indicators over {BatchBars} bars, {Runs} times");
        var batch = await BatchAsync(BatchBars, WarmUps, Runs, cancellationToken);
        var scaling = new List<(int Work, double Ms)> { (1, batch.Median) };
        foreach (var work in (int[])[4, 16])
        {
            scaling.Add((work, (await BatchAsync(work * BatchBars, 2, 15, cancellationToken)).Median));
        }

        return Report(batch, bar, allocated, many, scaling, costs);
    }

    private static BarSeries Bars(int symbol, int count) => SimulatedBars.Daily(Symbol.Parse($"BENCH{symbol}"), Seed + symbol, count, Newest);

    private static Task<Sample> BatchAsync(int count, int warmUps, int runs, CancellationToken cancellationToken)
    {
        var (bars, benchmark) = (Bars(0, count), Bars(1, count).Close.ToArray());
        var calculator = new FeatureCalculator(FeatureRequest.Everything());
        var matrix = calculator.Compute(bars, benchmark);
        return Sample.MeasureAsync(
            warmUps,
            runs,
            _ =>
            {
                calculator.Compute(bars, benchmark, matrix);
                return Task.CompletedTask;
            },
            cancellationToken);
    }

    private static (Sample Time, double AllocatedPerBar) NewBar(CancellationToken cancellationToken)
    {
        var bars = Bars(0, NewBars * 2);
        var benchmark = Bars(1, NewBars * 2).Close.ToArray();
        var calculator = new FeatureCalculator(FeatureRequest.Everything());
        calculator.Begin(bars.AssetClass, bars.Timeframe);
        for (var i = 0; i < NewBars; i++)
        {
            calculator.Append(bars[i], benchmark[i]);
        }

        cancellationToken.ThrowIfCancellationRequested();
        var times = new double[NewBars];
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < NewBars; i++)
        {
            var start = Stopwatch.GetTimestamp();
            calculator.Append(bars[NewBars + i], benchmark[NewBars + i]);
            times[i] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
        }

        return (new Sample(times), (double)(GC.GetAllocatedBytesForCurrentThread() - before) / NewBars);
    }

    private static List<(string Id, double Microseconds)> Dearest(CancellationToken cancellationToken)
    {
        var (bars, benchmark) = (Bars(0, BatchBars), Bars(1, BatchBars).Close.ToArray());
        var costs = new List<(string Id, double Microseconds)>();
        foreach (var request in FeatureRequest.Everything())
        {
            cancellationToken.ThrowIfCancellationRequested();
            var calculator = new FeatureCalculator([request]);
            var matrix = calculator.Compute(bars, benchmark);
            var times = new double[AloneRuns];
            for (var run = 0; run < times.Length; run++)
            {
                var start = Stopwatch.GetTimestamp();
                calculator.Compute(bars, benchmark, matrix);
                times[run] = Stopwatch.GetElapsedTime(start).TotalMicroseconds;
            }

            costs.Add((request.Spec.Id, new Sample(times).Median));
        }

        return [.. costs.OrderByDescending(cost => cost.Microseconds)];
    }

    private static StudyReport Report(
        Sample batch, Sample bar, double allocated, Sample many, List<(int Work, double Ms)> scaling, List<(string Id, double Microseconds)> costs)
    {
        var columns = new FeatureCalculator(FeatureRequest.Everything()).Columns.Count;
        var json = new JsonObject
        {
            ["batch_1000_ms"] = Math.Round(batch.Median, 3),
            ["batch_1000_p95_ms"] = Math.Round(batch.P95, 3),
            ["incremental_bar_us"] = Math.Round(bar.Median, 2),
            ["incremental_bar_p95_us"] = Math.Round(bar.P95, 2),
            ["allocated_bytes_per_bar"] = Math.Round(allocated, 2),
            ["symbols_100x2500_s"] = Math.Round(many.Median / 1000, 3),
            ["count"] = costs.Count,
            ["columns"] = columns,
            ["batch_1000_us_per_indicator"] = Math.Round(batch.Median * 1000 / costs.Count, 2),
            ["scaling"] = new JsonArray([.. scaling.Select(row => new JsonObject { ["work"] = row.Work, ["ms"] = Math.Round(row.Ms, 2) })]),
            ["alone_us"] = new JsonObject(costs.Select(cost => KeyValuePair.Create(cost.Id, (JsonNode?)JsonValue.Create(Math.Round(cost.Microseconds, 1))))),
            ["settings"] = new JsonObject
            {
                ["bars"] = BatchBars,
                ["runs"] = Runs,
                ["new_bars"] = NewBars,
                ["processors"] = Environment.ProcessorCount,
                ["source"] = "simulated",
                ["seed"] = Seed,
            },
        };
        return new StudyReport(json,
        [
            new StudyTable($"{costs.Count} indicators, {columns} columns, simulated daily bars; medians", ["measure", "median", "p95"],
            [
                [$"all over {BatchBars} bars, one core, ms", $"{batch.Median:F2}", $"{batch.P95:F2}"],
                ["one new bar through all, us", $"{bar.Median:F1}", $"{bar.P95:F1}"],
                ["allocated for a new bar, bytes", $"{allocated:F1}", string.Empty],
                [$"{Symbols} symbols of {BarsPerSymbol} bars, all cores, s", $"{many.Median / 1000:F2}", $"{many.P95 / 1000:F2}"],
            ]),
            new StudyTable("The dearest, alone over 1000 bars", ["indicator", "us"],
                [.. costs.Take(12).Select(cost => new[] { cost.Id, $"{cost.Microseconds:F0}" })]),
        ]);
    }
}
