using System.Text.Json;
using AraWeb.Engine.Core;
using AraWeb.Engine.Models.Neural.Training;

namespace AraWeb.Engine.Models.Neural.Files;

/// <summary>
/// Writes down a state of learning: weights, best weights, both moments of the optimiser and the curve. It is written beside and then moved, so that
/// a kill leaves
/// the checkpoint before.
/// </summary>
/// <param name="path">Where.</param>
/// <param name="architecture">The network's name.</param>
/// <param name="fingerprint">What the state belongs to: data, settings and seed.</param>
internal sealed class CheckpointFile(string path, string architecture, string fingerprint)
{
    private const string Weights = "weights.";
    private const string Best = "best.";
    private const string Means = "adamw.mean.";
    private const string Squares = "adamw.square.";

    /// <summary>Writes.</summary>
    public void Save(LearningState state)
    {
        var parameters = state.Weights.Parameters;
        NamedTensor[] tensors =
        [
            .. WeightsFile.Tensors(parameters, state.Weights.Values.ToArray(), Weights),
            .. WeightsFile.Tensors(parameters, state.Best.Values.ToArray(), Best),
            .. WeightsFile.Tensors(parameters, state.Optimiser.Means, Means),
            .. WeightsFile.Tensors(parameters, state.Optimiser.Squares, Squares),
        ];
        var notes = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["architecture"] = architecture,
            ["fingerprint"] = fingerprint,
            ["step"] = $"{state.Step}",
            ["stale"] = $"{state.Stale}",
            ["end"] = $"{state.End}",
            ["loss_sum"] = $"{state.LossSum:R}",
            ["loss_count"] = $"{state.LossCount}",
            ["curve"] = JsonSerializer.Serialize(state.Curve.Select(point => new[] { $"{point.Step}", $"{point.Loss:R}", $"{point.Validation:R}" })),
        };
        var beside = path + ".new";
        using (var file = File.Create(beside))
        {
            SafetensorsFile.Write(file, tensors, notes);
            file.Flush(flushToDisk: true);
        }

        File.Move(beside, path, overwrite: true);
    }

    /// <summary>Reads a state, if there is one.</summary>
    /// <param name="state">Receives it.</param>
    /// <returns>False if there is no checkpoint.</returns>
    /// <exception cref="ModelException">The checkpoint is damaged, of another network, or of other data or settings.</exception>
    public bool TryLoad(LearningState state)
    {
        if (!File.Exists(path))
        {
            return false;
        }

        using var file = File.OpenRead(path);
        var content = SafetensorsFile.Read(file);
        var of = content.Notes.GetValueOrDefault("architecture");
        if (of != architecture)
        {
            throw new ModelException(
                $"The checkpoint {path} is of a {of} network, not of {architecture}.", "Remove it, or train the network that it belongs to.");
        }

        var parameters = state.Weights.Parameters;
        WeightsFile.Read(content, parameters, Weights, state.Weights.Values, architecture);
        if (content.Notes.GetValueOrDefault("fingerprint") != fingerprint)
        {
            throw new ModelException($"The checkpoint {path} was written while learning from other data, settings or seed.", "Remove it to begin again.");
        }

        WeightsFile.Read(content, parameters, Best, state.Best.Values, architecture);
        WeightsFile.Read(content, parameters, Means, state.Optimiser.Means, architecture);
        WeightsFile.Read(content, parameters, Squares, state.Optimiser.Squares, architecture);
        try
        {
            state.Step = int.Parse(content.Notes["step"]);
            state.Optimiser.Steps = state.Step;
            state.Stale = int.Parse(content.Notes["stale"]);
            state.End = content.Notes["end"] is { Length: > 0 } end ? Enum.Parse<LearningEnd>(end) : null;
            state.LossSum = double.Parse(content.Notes["loss_sum"]);
            state.LossCount = int.Parse(content.Notes["loss_count"]);
            state.Curve.Clear();
            foreach (var point in JsonSerializer.Deserialize<string[][]>(content.Notes["curve"])!)
            {
                state.Curve.Add(new LearningPoint(int.Parse(point[0]), double.Parse(point[1]), double.Parse(point[2])));
            }
        }
        catch (Exception error) when (error is FormatException or KeyNotFoundException or JsonException or IndexOutOfRangeException or ArgumentException)
        {
            throw new ModelException($"The checkpoint {path} lacks a part.", "Remove it to begin again.", error);
        }

        return true;
    }

    /// <summary>Takes the checkpoint away when learning is done.</summary>
    public void Remove() => File.Delete(path);
}
