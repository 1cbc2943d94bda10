using AraWeb.Engine.Onnx;

namespace AraWeb.Engine.Models.Neural.Recording;

/// <summary>
/// Writes networks that have learned as ONNX (operators of version 13). Input <c>features</c> [rows, steps, F] floats, the oldest bar first, all
/// numbers known: bars
/// and values that are not known are given as the means in the note <c>feature_means</c>. Outputs <c>mean</c> [rows, H] and <c>quantiles</c> [rows, H, Q]
/// as <see cref="FittedNeural.Outlook"/> says them, and <c>bar_weights</c> [rows, steps] where the network weighs bars in the end.
/// </summary>
public static class NeuralOnnxExport
{
    /// <summary>Writes.</summary>
    /// <param name="fitted">The networks.</param>
    /// <param name="storage">How matrices are stored.</param>
    /// <returns>The ONNX file.</returns>
    public static byte[] Write(FittedNeural fitted, WeightStorage storage)
    {
        ArgumentNullException.ThrowIfNull(fitted);
        var lengths = fitted.Network.Lengths;
        var (horizons, levels) = (lengths.Horizons, lengths.Levels.Count);
        var model = new OnnxModel(fitted.Id, "Log return divided by its forecast standard deviation: mean and quantiles of every horizon.")
            .Input("features", OnnxElement.Float, lengths.Steps, lengths.Features);
        var constants = new OnnxWeights(model, storage);
        var (means, quantiles, barWeights) = (new List<string>(), new List<string>(), new List<string>());
        for (var member = 0; member < fitted.Members.Count; member++)
        {
            var engine = new OnnxEngine(model, constants, fitted.Members[member].Weights, $"m{member}.");
            var output = fitted.Network.Run(engine, engine.Give("features", new TensorShape(1, lengths.Steps, lengths.Features)));
            means.Add(engine.NameOf(output.Mean));
            quantiles.Add(engine.NameOf(output.Quantiles));
            if (output.StepWeights is { } weights)
            {
                barWeights.Add(engine.NameOf(weights));
            }
        }

        Average(model, constants, means, "tilt");
        Average(model, constants, quantiles, "spread");
        float[] shares = [.. fitted.Shares.Select(share => (float)share)];
        constants.Floats("shares", [horizons], shares);

        // Of the median only the kept share stays: the rest is taken from all quantiles.
        float[] taken = [.. fitted.Shares.Select(share => (float)(1 - share))];
        model.Node(string.Empty, "Mul", ["tilt", "shares"], "mean");
        constants.Integers("middle", levels / 2);
        constants.Integers("after_middle", (levels / 2) + 1);
        constants.Integers("last", -1);
        constants.Integers("column", horizons, 1);
        constants.Floats("taken_row", [horizons], taken);
        model.Node(string.Empty, "Slice", ["spread", "middle", "after_middle", "last"], "median");
        model.Node(string.Empty, "Reshape", ["taken_row", "column"], "taken");
        model.Node(string.Empty, "Mul", ["median", "taken"], "shift");
        model.Node(string.Empty, "Sub", ["spread", "shift"], "quantiles");
        model.Output("mean", OnnxElement.Float, horizons).Output("quantiles", OnnxElement.Float, horizons, levels);
        if (barWeights.Count > 0)
        {
            Average(model, constants, barWeights, "bar_weights");
            model.Output("bar_weights", OnnxElement.Float, lengths.Steps);
        }

        return model.Note("features", string.Join('\n', fitted.FeatureNames))
            .Note("horizons", string.Join('\n', fitted.Horizons))
            .Note("levels", string.Join('\n', lengths.Levels))
            .Note("feature_means", string.Join('\n', fitted.Members[0].Weights.Of(fitted.Network.Centre).ToArray().Select(mean => $"{mean:R}")))
            .ToBytes();
    }

    private static void Average(OnnxModel model, OnnxWeights constants, List<string> names, string output)
    {
        model.Node(string.Empty, "Sum", [.. names], output + "_sum");
        model.Node(string.Empty, "Mul", [output + "_sum", constants.Number($"one_of_{names.Count}", 1f / names.Count)], output);
    }
}
