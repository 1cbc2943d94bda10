using System.Text.Json.Nodes;
using AraWeb.Engine.Core;
using AraWeb.Engine.Prediction;
using AraWeb.Engine.Prediction.Means;
using AraWeb.Engine.Providers;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>
/// How fast a forecast is: the first one of a symbol in a running program with empty caches, the same again, and a batch of a hundred symbols, read from a real
/// store in a temporary folder. Invented bars; the ledger is left out, takes no options.
/// </summary>
/// <param name="withStore">Opens a store.</param>
/// <param name="time">The clock.</param>
public sealed class PredictBenchmark(WithBarStore withStore, TimeProvider time) : IStudy
{
    private const int Symbols = 100;
    private const int BarsPerSymbol = 2520;
    private const int Runs = 7;
    private const int Seed = 20260102;

    private static readonly Horizon Farthest = new(Horizon.Max);

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Bench;

    /// <inheritdoc/>
    public string Name => "predict";

    /// <inheritdoc/>
    public string Summary => "A forecast cold and warm (milliseconds) and a hundred symbols (seconds).";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var root = Directory.CreateTempSubdirectory("ara-bench-predict-").FullName;
        try
        {
            StudyReport? report = null;
            await withStore(
                root,
                async store =>
                {
                    progress.Report($"writing {Symbols} symbols of {BarsPerSymbol} daily bars");
                    await FillAsync(store, cancellationToken);
                    report = await MeasureAsync(store, progress, cancellationToken);
                },
                cancellationToken);
            return report!;
        }
        finally
        {
            Directory.Delete(root, recursive: true);
        }
    }

    private static Symbol SymbolOf(int index) => Symbol.Parse($"BENCH{index}");

    private static async Task BatchAsync(ForecastService service, int symbols, CancellationToken cancellationToken) =>
        await Parallel.ForAsync(0, symbols, cancellationToken, async (index, token) => await PredictAsync(service, index, token));

    private static Task<PredictionResult> PredictAsync(ForecastService service, int index, CancellationToken cancellationToken) =>
        service.PredictAsync(new PredictionRequest(SymbolOf(index), Timeframe.OneDay, Farthest, AsOf: null), cancellationToken);

    private async Task FillAsync(IBarStore store, CancellationToken cancellationToken)
    {
        var newest = new DateTimeOffset(time.GetUtcNow().UtcDateTime.Date.AddDays(-1), TimeSpan.Zero);
        for (var index = 0; index < Symbols; index++)
        {
            var instrument = new Instrument(
                SymbolOf(index), "Benchmark", AssetClass.Crypto, "USD", "bench", IsSimulated: true, [Timeframe.OneDay]);
            var bars = SimulatedBars.Daily(instrument.Symbol, Seed + index, BarsPerSymbol, newest);
            await store.WriteAsync(instrument, bars, time.GetUtcNow(), cancellationToken);
        }
    }

    private async Task<StudyReport> MeasureAsync(IBarStore store, IProgress<string> progress, CancellationToken cancellationToken)
    {
        progress.Report("first forecasts, one symbol after the other");
        using var cache = new ForecastCache();
        var service = new ForecastService(store, cache, new NoPooledModels(), time);
        var cold = await Sample.MeasureAsync(2, Runs, run => PredictAsync(service, run, cancellationToken), cancellationToken);
        progress.Report("the same forecast again");
        var warm = await Sample.MeasureAsync(5, 50, _ => PredictAsync(service, 0, cancellationToken), cancellationToken);
        var scaling = new List<(int Work, double Ms)>();
        foreach (var work in (int[])[1, 4, 16])
        {
            var symbols = work * Symbols / 16;
            progress.Report($"{symbols} symbols at once, {Runs} times");
            var batch = await Sample.MeasureAsync(
                1,
                Runs,
                async _ =>
                {
                    using var empty = new ForecastCache();
                    await BatchAsync(new ForecastService(store, empty, new NoPooledModels(), time), symbols, cancellationToken);
                },
                cancellationToken);
            scaling.Add((work, batch.Median));
        }

        return Report(cold, warm, scaling);
    }

    private static StudyReport Report(Sample cold, Sample warm, List<(int Work, double Ms)> scaling)
    {
        var batch = scaling[^1].Ms / 1000;
        var json = new JsonObject
        {
            ["cold_ms"] = Math.Round(cold.Median, 2),
            ["cold_p95_ms"] = Math.Round(cold.P95, 2),
            ["warm_ms"] = Math.Round(warm.Median, 3),
            ["warm_p95_ms"] = Math.Round(warm.P95, 3),
            ["batch100_s"] = Math.Round(batch, 3),
            ["scaling"] = new JsonArray([.. scaling.Select(row => new JsonObject { ["work"] = row.Work, ["ms"] = Math.Round(row.Ms, 1) })]),
            ["settings"] = new JsonObject
            {
                ["model"] = ForecastModel.Version,
                ["symbols"] = Symbols,
                ["bars_per_symbol"] = BarsPerSymbol,
                ["horizons"] = Horizon.Max,
                ["runs"] = Runs,
                ["scaling_unit_symbols"] = Symbols / 16,
                ["processors"] = Environment.ProcessorCount,
                ["ledger"] = false,
                ["bars"] = "simulated",
                ["seed"] = Seed,
            },
        };
        return new StudyReport(json, [new StudyTable(
            $"Forecasts of {Horizon.Max} horizons from {BarsPerSymbol} daily bars (simulated), medians",
            ["measure", "median", "p95"],
            [
                ["first forecast of a symbol, ms", $"{cold.Median:F1}", $"{cold.P95:F1}"],
                ["the same again, ms", $"{warm.Median:F2}", $"{warm.P95:F2}"],
                [$"{Symbols} symbols, caches empty, s", $"{batch:F2}", string.Empty],
            ])]);
    }
}
