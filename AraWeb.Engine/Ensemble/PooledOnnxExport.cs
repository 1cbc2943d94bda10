using AraWeb.Engine.Core;
using AraWeb.Engine.Models;
using AraWeb.Engine.Models.Linear;
using AraWeb.Engine.Models.Trees;
using AraWeb.Engine.Models.Trees.Forests;
using AraWeb.Engine.Onnx;

namespace AraWeb.Engine.Ensemble;

/// <summary>
/// Writes a pooled model as one ONNX file. Inputs: <c>features</c> [rows, F] doubles, NaN where unknown, and <c>state</c> [rows, 5] floats, a one at the state
/// of the market (the order of <see cref="RegimeType"/>, then unknown). Output <c>mean</c> [rows, H] floats, in forecast deviations. A member without weight
/// at a horizon is left out there. Leaves out that unsure members say less on a row (<see cref="SpreadWeighing"/>), the isolation forest, and what was
/// measured.
/// </summary>
public static class PooledOnnxExport
{
    private const string Features = "features";
    private const string State = "state";
    private const int CastToFloat = (int)OnnxElement.Float;
    private static readonly RegimeType?[] States = [.. Enum.GetValues<RegimeType>().Cast<RegimeType?>(), null];

    /// <summary>Writes.</summary>
    /// <returns>The ONNX file.</returns>
    /// <exception cref="ModelException">A member is of a kind that has no ONNX form here.</exception>
    public static byte[] Write(PooledModel model)
    {
        ArgumentNullException.ThrowIfNull(model);
        var horizons = model.Horizons.Count;
        var graph = new OnnxModel("pooled", "Pooled expected log return divided by its forecast standard deviation.")
            .Input(Features, OnnxElement.Double, model.FeatureNames.Count)
            .Input(State, OnnxElement.Float, States.Length)
            .Node(string.Empty, "Cast", [Features], "features_single", OnnxAttribute.Number("to", CastToFloat));
        for (var h = 0; h < horizons; h++)
        {
            AddHorizon(graph, model, h);
        }

        return graph
            .Node(string.Empty, "Concat", [.. Enumerable.Range(0, horizons).Select(Pooled)], "mean", OnnxAttribute.Number("axis", 1))
            .Output("mean", OnnxElement.Float, horizons)
            .Note("feature_set", model.FeatureSet)
            .Note("features", string.Join('\n', model.FeatureNames))
            .Note("states", string.Join('\n', States.Select(state => state?.ToString() ?? "Unknown")))
            .Note("horizons", string.Join('\n', model.Horizons))
            .Note("trained_through", $"{model.TrainedThrough:O}")
            .ToBytes();
    }

    private static void AddHorizon(OnnxModel graph, PooledModel model, int h)
    {
        var weights = model.Weights[h];
        int[] weighed = [.. Enumerable.Range(0, model.Members.Count).Where(m => States.Any(state => weights.In(state)[m] != 0))];
        if (weighed.Length == 0)
        {
            graph.Constant($"weights_{h}", new double[States.Length], States.Length).Node(string.Empty, "MatMul", [State, $"weights_{h}"], Pooled(h));
            return;
        }

        string[] said = [.. weighed.Select(m => AddMember(graph, model.Members[m], m, h))];
        double[] table = [.. States.SelectMany(state => weighed.Select(m => weights.In(state)[m]))];
        graph
            .Constant($"weights_{h}", table, States.Length)
            .Constant($"ones_{h}", [.. weighed.Select(_ => 1.0)], weighed.Length)
            .Node(string.Empty, "Concat", said, $"said_{h}", OnnxAttribute.Number("axis", 1))
            .Node(string.Empty, "MatMul", [State, $"weights_{h}"], $"row_weights_{h}")
            .Node(string.Empty, "Mul", [$"said_{h}", $"row_weights_{h}"], $"weighed_{h}")
            .Node(string.Empty, "MatMul", [$"weighed_{h}", $"ones_{h}"], Pooled(h));
    }

    private static string AddMember(OnnxModel graph, IFittedForecaster member, int m, int h)
    {
        var output = $"member_{m}_{h}";
        switch (member)
        {
            case FittedLinear linear:
                LinearOnnxExport.AddMean(graph, "features_single", output, linear, [linear.Fits[h]]);
                break;
            case FittedTreeForecaster boosted:
                TreeOnnxExport.AddSum(graph, Features, output, boosted.Ensembles[h]);
                break;
            case FittedForest forest:
                TreeOnnxExport.AddSum(graph, Features, output, forest.Forest.EnsembleOf(h));
                break;
            default:
                throw new ModelException($"A model of kind '{member.Id}' has no ONNX form here.", "Export the version in Ara's own format.");
        }

        return output;
    }

    private static string Pooled(int h) => $"pooled_{h}";
}
