using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Providers;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>
/// How fast bars go into the store and come out of it, with bitemporal keys, through the same port that the program uses: transaction, known times and
/// commit included. Works on invented minute bars in a temporary folder, which is removed afterwards; takes no options.
/// </summary>
/// <param name="withStore">Opens a store.</param>
public sealed class StoreBenchmark(WithBarStore withStore) : IStudy
{
    private const int Seed = 20260101;
    private const int SeriesRows = 50_000;
    private const int SeriesCount = 4;
    private const int Runs = 7;
    private const int WarmUps = 2;
    private const int ReadRuns = 200;
    private const int ReadWarmUps = 50;

    private static readonly DateTimeOffset Start = new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Received = new(2024, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Bench;

    /// <inheritdoc/>
    public string Name => "store";

    /// <inheritdoc/>
    public string Summary => "Bars into the store (rows a second) and out of it (milliseconds for 1000).";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var root = Directory.CreateTempSubdirectory("ara-bench-store-").FullName;
        try
        {
            progress.Report($"writing {SeriesCount} series of {SeriesRows} bars, {Runs} times");
            var insert = await InsertAsync(root, SeriesCount, SeriesRows, cancellationToken);
            var scaling = new List<(int Work, double Ms)>();
            foreach (var work in (int[])[1, 4, 16])
            {
                progress.Report($"writing one series of {work * SeriesRows} bars");
                scaling.Add((work, (await InsertAsync(root, 1, work * SeriesRows, cancellationToken)).Median));
            }

            JsonObject? reads = null;
            progress.Report("reading");
            await withStore(Path.Combine(root, "reads"), async store => reads = await ReadsAsync(store, cancellationToken), cancellationToken);
            return Report(insert, scaling, reads!);
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static BarSeries MakeBars(int series, int count)
    {
        var random = new Random(Seed + series);
        var columns = new BarColumns(count);
        var close = 100.0;
        for (var i = 0; i < count; i++)
        {
            var open = close;
            close *= Math.Exp(0.001 * ((2 * random.NextDouble()) - 1));
            columns.Set(i, new Bar(
                Start.AddMinutes(i), open, Math.Max(open, close) * 1.0005, Math.Min(open, close) * 0.9995, close, 1000 * random.NextDouble()));
        }

        return BarSeries.FromColumns(SymbolOf(series), AssetClass.Crypto, Timeframe.OneMinute, columns);
    }

    private static Symbol SymbolOf(int series) => Symbol.Parse(string.Create(CultureInfo.InvariantCulture, $"BENCH{series}"));

    private static Instrument InstrumentOf(int series) =>
        new(SymbolOf(series), "Benchmark", AssetClass.Crypto, "USD", "bench", IsSimulated: true, [Timeframe.OneMinute]);

    private static async Task<JsonObject> ReadsAsync(IBarStore store, CancellationToken cancellationToken)
    {
        for (var series = 0; series < SeriesCount; series++)
        {
            var bars = MakeBars(series, SeriesRows);
            await store.WriteAsync(InstrumentOf(series), bars, Received, cancellationToken);
            await ReviseAsync(store, series, bars, cancellationToken);
        }

        Task<Sample> MeasureAsync(int count, DateTimeOffset? asOf) => Sample.MeasureAsync(
            ReadWarmUps,
            ReadRuns,
            async run =>
            {
                var query = new BarQuery(SymbolOf(run % SeriesCount), Timeframe.OneMinute) { Last = count, AsOf = asOf };
                var bars = await store.ReadAsync(query, cancellationToken);
                if (bars.Count != count)
                {
                    throw new InvalidOperationException($"{bars.Count} bars came for {count}.");
                }
            },
            cancellationToken);

        var newest = await MeasureAsync(1000, asOf: null);
        var asOf = await MeasureAsync(1000, Received);
        var next = MakeBars(0, SeriesRows + ReadWarmUps + ReadRuns);
        var append = await Sample.MeasureAsync(
            ReadWarmUps,
            ReadRuns,
            async run => await store.WriteAsync(InstrumentOf(0), next.Slice(SeriesRows + run, 1), Received, cancellationToken),
            cancellationToken);
        return new JsonObject
        {
            ["read_1000_ms"] = newest.Median,
            ["read_1000_p95_ms"] = newest.P95,
            ["read_1000_as_of_ms"] = asOf.Median,
            ["append_bar_ms"] = append.Median,
            ["append_bar_p95_ms"] = append.P95,
            ["read_scaling"] = Scaling(
            [
                (1, newest.Median), (4, (await MeasureAsync(4000, asOf: null)).Median), (16, (await MeasureAsync(16_000, asOf: null)).Median),
            ]),
        };
    }

    // One bar in a hundred gets a later revision, so that what is read has a history.
    private static async Task ReviseAsync(IBarStore store, int series, BarSeries bars, CancellationToken cancellationToken)
    {
        var revised = Enumerable.Range(0, bars.Count / 100)
            .Select(i => bars[i * 100])
            .Select(bar => bar with { Volume = bar.Volume + 1 })
            .ToList();
        await store.WriteAsync(
            InstrumentOf(series), BarSeries.FromBars(bars.Symbol, bars.AssetClass, bars.Timeframe, revised), Received.AddDays(1), cancellationToken);
    }

    private static JsonArray Scaling(IEnumerable<(int Work, double Ms)> rows) =>
        new([.. rows.Select(row => new JsonObject { ["work"] = row.Work, ["ms"] = row.Ms })]);

    private static StudyReport Report(Sample insert, IEnumerable<(int Work, double Ms)> scaling, JsonObject reads)
    {
        const int rows = SeriesCount * SeriesRows;
        var json = new JsonObject
        {
            ["insert_rows_s"] = rows / insert.Median * 1000,
            ["insert_p95_rows_s"] = rows / insert.P95 * 1000,
            ["rows"] = rows,
            ["scaling"] = Scaling(scaling),
        };
        foreach (var (key, value) in reads)
        {
            json[key] = value?.DeepClone();
        }

        json["settings"] = new JsonObject
        {
            ["series"] = SeriesCount,
            ["rows_per_series"] = SeriesRows,
            ["revised_share"] = 0.01,
            ["runs"] = Runs,
            ["warm_ups"] = WarmUps,
            ["read_runs"] = ReadRuns,
            ["scaling_unit_rows"] = SeriesRows,
            ["read_scaling_unit_rows"] = 1000,
            ["journal"] = "wal",
            ["seed"] = Seed,
        };
        return new StudyReport(json, [Table(json)]);
    }

    private static StudyTable Table(JsonObject json)
    {
        string Number(string key, string format) => json[key]!.GetValue<double>().ToString(format, CultureInfo.InvariantCulture);
        return new StudyTable(
            $"Bar store, {SeriesCount} series of {SeriesRows} minute bars, medians of {Runs} writes and {ReadRuns} reads",
            ["measure", "median", "p95"],
            [
                ["rows written a second", Number("insert_rows_s", "N0"), Number("insert_p95_rows_s", "N0")],
                ["1000 newest bars, ms", Number("read_1000_ms", "F3"), Number("read_1000_p95_ms", "F3")],
                ["1000 bars as of a date, ms", Number("read_1000_as_of_ms", "F3"), string.Empty],
                ["one bar appended, ms", Number("append_bar_ms", "F3"), Number("append_bar_p95_ms", "F3")],
            ]);
    }

    private async Task<Sample> InsertAsync(string root, int seriesCount, int rows, CancellationToken cancellationToken)
    {
        var bars = Enumerable.Range(0, seriesCount).Select(series => MakeBars(series, rows)).ToArray();
        var times = new double[Runs];
        for (var run = -WarmUps; run < Runs; run++)
        {
            // A store of its own for each run; setting it up is not what is measured.
            var folder = Directory.CreateDirectory(Path.Combine(root, "insert")).FullName;
            await withStore(
                folder,
                async store =>
                {
                    var start = Stopwatch.GetTimestamp();
                    for (var series = 0; series < seriesCount; series++)
                    {
                        await store.WriteAsync(InstrumentOf(series), bars[series], Received, cancellationToken);
                    }

                    times[Math.Max(run, 0)] = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
                },
                cancellationToken);
            Directory.Delete(folder, recursive: true);
        }

        return new Sample(times);
    }
}
