using AraWeb.Engine.Onnx;

namespace AraWeb.Engine.Models.Linear;

/// <summary>
/// Writes a linear model as ONNX: features less their means, unknown ones to zero (Imputer), LinearRegressor, and the normal distribution for the probability.
/// Input <c>features</c> [rows, F] floats, outputs <c>mean</c> and <c>probability_up</c> [rows, H] floats. The operators count in single precision, so
/// forecasts agree to about 1e-6 of their size. Leaves out intervals.
/// </summary>
public static class LinearOnnxExport
{
    /// <summary>Writes.</summary>
    /// <returns>The ONNX file.</returns>
    public static byte[] Write(FittedLinear model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var (features, horizons) = (model.FeatureNames.Count, model.Fits.Count);
        var graph = new OnnxModel(model.Id, "Log return divided by its forecast standard deviation, and the probability that it is positive.")
            .Input("features", OnnxElement.Float, features)
            .Constant("normal_scale", [.. model.Fits.Select(fit => Scale(fit.Deviation))])
            .Constant("one", [1])
            .Constant("half", [0.5]);
        return AddMean(graph, "features", "mean", model, model.Fits)
            .Node(string.Empty, "Mul", ["mean", "normal_scale"], "scaled")
            .Node(string.Empty, "Erf", ["scaled"], "error_function")
            .Node(string.Empty, "Add", ["error_function", "one"], "raised")
            .Node(string.Empty, "Mul", ["raised", "half"], "probability_up")
            .Output("mean", OnnxElement.Float, horizons)
            .Output("probability_up", OnnxElement.Float, horizons)
            .Note("features", string.Join('\n', model.FeatureNames))
            .Note("horizons", string.Join('\n', model.Fits.Select(fit => fit.Horizon)))
            .ToBytes();
    }

    /// <summary>Adds the means of some horizons, [rows, fits] floats, to a graph.</summary>
    internal static OnnxModel AddMean(OnnxModel graph, string input, string output, FittedLinear model, IReadOnlyList<LinearFit> fits) => graph
        .Constant($"{output}_feature_means", model.FeatureMeans)
        .Node(string.Empty, "Sub", [input, $"{output}_feature_means"], $"{output}_distances")
        .Node(
            OnnxModel.MachineLearning,
            "Imputer",
            [$"{output}_distances"],
            $"{output}_filled",
            OnnxAttribute.Singles("imputed_value_floats", Enumerable.Repeat(0.0, model.FeatureNames.Count)),
            OnnxAttribute.Single("replaced_value_float", float.NaN))
        .Node(
            OnnxModel.MachineLearning,
            "LinearRegressor",
            [$"{output}_filled"],
            output,
            OnnxAttribute.Singles("coefficients", fits.SelectMany(fit => fit.Coefficients)),
            OnnxAttribute.Singles("intercepts", fits.Select(fit => fit.Centre)),
            OnnxAttribute.Number("targets", fits.Count),
            OnnxAttribute.Text("post_transform", "NONE"));

    /// <summary>Phi(x) is (1 + erf(x / sqrt 2)) / 2. Without residuals a factor without limit but finite, so that a mean of zero stays at one half.</summary>
    private static double Scale(double deviation) => deviation > 0 ? 1 / (deviation * Math.Sqrt(2)) : float.MaxValue;
}
