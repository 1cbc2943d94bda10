using System.Runtime.Intrinsics;
using System.Text.Json.Nodes;
using AraWeb.Engine.Models.Neural;
using AraWeb.Engine.Models.Neural.Managed;
using AraWeb.Engine.Models.Neural.Networks;
using AraWeb.Engine.Models.Neural.Training;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>
/// How fast the networks are on the processor: forecasts of one window and of a hundred, a learning step of 256 windows, and the matrix product
/// beside what the
/// processor can do at best. Windows of 60 bars with 64 features, invented; takes no options.
/// </summary>
public sealed class NetsBenchmark : IStudy
{
    private const int Features = 64;
    private const int Horizons = 3;
    private const int Many = 100;
    private const int Step = 256;
    private const int LargestWork = 16;
    private const int WarmUps = 10;
    private const int Runs = 31;
    private const int StepRuns = 7;
    private const int RepeatsOfOne = 10;
    private const int Seed = 20260107;

    private static readonly NetworkLengths Lengths = new(Features, NetworkLengths.UsualSteps, Horizons, NetworkLengths.UsualLevels);

    private readonly int _warmUps;
    private readonly int _runs;

    /// <summary>Measures over the usual number of runs.</summary>
    public NetsBenchmark()
        : this(WarmUps, Runs)
    {
    }

    /// <summary>Measures over fewer or more runs.</summary>
    internal NetsBenchmark(int warmUps, int runs) => (_warmUps, _runs) = (warmUps, runs);

    /// <inheritdoc/>
    public StudyKind Kind => StudyKind.Bench;

    /// <inheritdoc/>
    public string Name => "nets";

    /// <inheritdoc/>
    public string Summary => "Forecasts and learning steps of the three networks on the processor, and the matrix product beside its peak.";

    /// <inheritdoc/>
    public async Task<StudyReport> RunAsync(StudyOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(progress);
        var windows = Windows(LargestWork * Many);
        var json = new JsonObject();
        var rows = new List<IReadOnlyList<string>>();
        (string Key, INetwork Network)[] networks =
            [("transformer", new FinancialTransformer(Lengths)), ("cnnlstm", new ConvolutionLstm(Lengths)), ("gru", new GatedRecurrent(Lengths))];
        foreach (var (key, network) in networks)
        {
            progress.Report($"{network.Architecture}: one window, {Many} windows, a step of {Step}");
            await MeasureAsync(key, network, windows, json, rows, cancellationToken);
        }

        progress.Report("matrix product");
        var peak = FusedPeak.Measure();
        json["peak_gflops"] = Math.Round(peak, 1);
        var product = new JsonObject();
        foreach (var n in (int[])[64, 256, 512, 1024])
        {
            cancellationToken.ThrowIfCancellationRequested();
            var speed = ProductTimes.Measure(n);
            product[$"n{n}_gflops"] = Math.Round(speed, 1);
            product[$"n{n}_share_of_peak"] = Math.Round(speed / peak, 3);
            rows.Add([$"product of {n} x {n} matrices, billions of operations a second", $"{speed:F1}", $"{speed / peak:P0} of peak"]);
        }

        json["matrix_product"] = product;
        json["scaling"] = await ScalingAsync(networks[0].Network, windows, cancellationToken);
        json["settings"] = Settings(networks);
        return new StudyReport(json, [new StudyTable(
            $"Networks: windows of {Lengths.Steps} bars x {Features} features (invented), {Environment.ProcessorCount} threads",
            ["what", "median", "95 % or share"], rows)]);
    }

    private async Task MeasureAsync(
        string key, INetwork network, float[] windows, JsonObject json, List<IReadOnlyList<string>> rows, CancellationToken cancellationToken)
    {
        var weights = Begin(network);
        var team = LaneTeam.OfAllProcessors();
        var runner = new NetworkRunner(network, weights, team);
        var one = await ForecastAsync(runner, windows, 1, RepeatsOfOne, cancellationToken);
        var many = await ForecastAsync(runner, windows, Many, 1, cancellationToken);
        var pass = new GradientPass(network, weights, team);
        var batch = new TrainingBatch(windows, new float[Step * Horizons], [.. Enumerable.Repeat(1f, Step)]) { Count = Step };
        var step = await Sample.MeasureAsync(
            2, Math.Min(StepRuns, _runs), run => Done(() => pass.Run(batch, (ulong)run, cancellationToken)), cancellationToken);
        json[$"{key}_b1_ms"] = Math.Round(one.Median / RepeatsOfOne, 4);
        json[$"{key}_b1_p95_ms"] = Math.Round(one.P95 / RepeatsOfOne, 4);
        json[$"{key}_b100_ms"] = Math.Round(many.Median, 3);
        json[$"{key}_b100_p95_ms"] = Math.Round(many.P95, 3);
        json[$"{key}_train_step_b256_s"] = Math.Round(step.Median / 1000, 4);
        json[$"{key}_parameters"] = network.Parameters.LearnedCount;
        rows.Add([$"{key}, one window, ms", $"{one.Median / RepeatsOfOne:F3}", $"{one.P95 / RepeatsOfOne:F3}"]);
        rows.Add([$"{key}, {Many} windows, ms", $"{many.Median:F2}", $"{many.P95:F2}"]);
        rows.Add([$"{key}, learning step of {Step} windows, ms", $"{step.Median:F1}", $"{step.P95:F1}"]);
    }

    private async Task<JsonArray> ScalingAsync(INetwork network, float[] windows, CancellationToken cancellationToken)
    {
        var runner = new NetworkRunner(network, Begin(network), LaneTeam.OfAllProcessors());
        var scaling = new JsonArray();
        foreach (var work in (int[])[1, 4, LargestWork])
        {
            var sample = await ForecastAsync(runner, windows, work * Many, 1, cancellationToken);
            scaling.Add(new JsonObject { ["work"] = work, ["transformer_ms"] = Math.Round(sample.Median, 2) });
        }

        return scaling;
    }

    private Task<Sample> ForecastAsync(NetworkRunner runner, float[] windows, int count, int repeats, CancellationToken cancellationToken)
    {
        var (part, means) = (windows.AsMemory(0, count * runner.WindowLength), new float[count * Horizons]);
        return Sample.MeasureAsync(_warmUps, _runs, _ => Done(() =>
        {
            for (var i = 0; i < repeats; i++)
            {
                runner.Run(part, means, Memory<float>.Empty);
            }
        }), cancellationToken);
    }

    private static NetworkWeights Begin(INetwork network)
    {
        var weights = new NetworkWeights(network.Parameters);
        network.Begin(weights, Seed);
        weights.Of(network.Spread).Fill(1);
        return weights;
    }

    private static float[] Windows(int count)
    {
        var normals = new SeededNormals(Seed);
        var windows = new float[count * Lengths.Steps * Features];
        for (var i = 0; i < windows.Length; i++)
        {
            windows[i] = (float)normals.Next();
        }

        return windows;
    }

    private static Task Done(Action work)
    {
        work();
        return Task.CompletedTask;
    }

    private JsonObject Settings((string Key, INetwork Network)[] networks) => new()
    {
        ["steps"] = Lengths.Steps,
        ["features"] = Features,
        ["horizons"] = Horizons,
        ["levels"] = Lengths.Levels.Count,
        ["transformer"] = "width 64, 8 heads, 2 layers, inner 128",
        ["models"] = new JsonArray([.. networks.Select(pair => JsonValue.Create(pair.Network.Architecture))]),
        ["runs"] = _runs,
        ["step_runs"] = Math.Min(StepRuns, _runs),
        ["threads"] = Environment.ProcessorCount,
        ["vector_bits"] = Vector512.IsHardwareAccelerated ? 512 : 256,
        ["precision"] = "float32",
        ["windows_are"] = "invented",
        ["seed"] = Seed,
    };
}
