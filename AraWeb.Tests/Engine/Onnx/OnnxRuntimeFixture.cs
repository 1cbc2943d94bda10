using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;
using AraWeb.Tests.Shared;

namespace AraWeb.Tests.Engine.Onnx;

/// <summary>
/// Microsoft's ONNX runtime for Node.js, fetched once with npm by its lock file into the git-ignored artifacts folder (install scripts stay off: they would
/// fetch a build for graphics cards).
/// </summary>
public sealed class OnnxRuntimeFixture : IAsyncLifetime
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static string Source => Repository.PathOf("AraWeb.Tests", "TestData", "OnnxRuntime");

    private static string Folder => Repository.PathOf("artifacts", "onnx-runtime");

    public async Task InitializeAsync()
    {
        // Installed elsewhere and then renamed, so that a run that was stopped leaves nothing half done.
        var lockFile = await File.ReadAllTextAsync(Path.Combine(Source, "package-lock.json"));
        var stamp = Path.Combine(Folder, "package-lock.json");
        if (File.Exists(stamp) && await File.ReadAllTextAsync(stamp) == lockFile)
        {
            return;
        }

        var draft = $"{Folder}-{Guid.NewGuid():N}";
        Directory.CreateDirectory(draft);
        foreach (var name in (string[])["package.json", "package-lock.json"])
        {
            File.Copy(Path.Combine(Source, name), Path.Combine(draft, name));
        }

        await RunAsync("npm", draft, "ci", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error");
        if (Directory.Exists(Folder))
        {
            Directory.Delete(Folder, recursive: true);
        }

        Directory.Move(draft, Folder);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Runs a model on rows.</summary>
    /// <param name="model">The ONNX file.</param>
    /// <param name="type">float32 or float64.</param>
    /// <param name="rows">One array a row.</param>
    /// <returns>The outputs by name, row after row.</returns>
    internal static Task<IReadOnlyDictionary<string, double[]>> ForecastAsync(byte[] model, string type, double[][] rows) =>
        ForecastAsync(model, type, rows, [rows[0].Length], states: null);

    /// <summary>Runs a model on rows that are no vectors.</summary>
    /// <param name="model">The ONNX file.</param>
    /// <param name="type">float32 or float64.</param>
    /// <param name="rows">One array a row.</param>
    /// <param name="lengths">Lengths of a row.</param>
    /// <returns>The outputs by name, row after row.</returns>
    internal static Task<IReadOnlyDictionary<string, double[]>> ForecastAsync(byte[] model, string type, double[][] rows, int[] lengths) =>
        ForecastAsync(model, type, rows, lengths, states: null);

    /// <summary>Runs a model that is also given the market's state.</summary>
    /// <param name="model">The ONNX file.</param>
    /// <param name="type">float32 or float64.</param>
    /// <param name="rows">One array a row.</param>
    /// <param name="states">One array a row.</param>
    /// <returns>The outputs by name, row after row.</returns>
    internal static Task<IReadOnlyDictionary<string, double[]>> ForecastAsync(byte[] model, string type, double[][] rows, double[][] states) =>
        ForecastAsync(model, type, rows, [rows[0].Length], states);

    private static async Task<IReadOnlyDictionary<string, double[]>> ForecastAsync(
        byte[] model, string type, double[][] rows, int[] lengths, double[][]? states)
    {
        using var folder = new TempFolder();
        var file = Path.Combine(folder.Path, "model.onnx");
        await File.WriteAllBytesAsync(file, model);
        var values = new JsonArray([.. rows.Select(row => new JsonArray([.. row.Select(value => double.IsNaN(value) ? null : JsonValue.Create(value))]))]);
        var input = folder.Write("rows.json", new JsonObject
        {
            ["type"] = type,
            ["rows"] = values,
            ["lengths"] = new JsonArray([.. lengths.Select(length => JsonValue.Create(length))]),
            ["states"] = JsonSerializer.SerializeToNode(states),
        }.ToJsonString());
        var output = await RunAsync("node", Source, Path.Combine(Source, "run.cjs"), Folder, file, input);
        return JsonSerializer.Deserialize<Dictionary<string, double[]>>(output)!;
    }

    private static async Task<string> RunAsync(string program, string folder, params string[] arguments)
    {
        using var limit = new CancellationTokenSource(Patience);
        var start = new ProcessStartInfo(program, arguments)
        {
            WorkingDirectory = folder, UseShellExecute = false, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var output = process.StandardOutput.ReadToEndAsync(limit.Token);
        var error = process.StandardError.ReadToEndAsync(limit.Token);
        await process.WaitForExitAsync(limit.Token);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await error}");
        return await output;
    }
}
