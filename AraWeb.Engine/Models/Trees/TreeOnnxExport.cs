using AraWeb.Engine.Onnx;

namespace AraWeb.Engine.Models.Trees;

/// <summary>
/// Writes a sum of trees as ONNX's TreeEnsembleRegressor: left below the threshold (BRANCH_LT), unknown values by <see cref="DecisionTree.MissingLeft"/>.
/// Input <c>features</c> [rows, F] doubles, so that rows go the same way as here to the bit; output <c>sum</c> [rows, 1] floats, as the operator gives it.
/// </summary>
public static class TreeOnnxExport
{
    /// <summary>Writes.</summary>
    /// <param name="ensemble">The trees.</param>
    /// <param name="featureNames">[F] names of the columns.</param>
    /// <returns>The ONNX file.</returns>
    /// <exception cref="ArgumentException">The names do not fit the trees.</exception>
    public static byte[] Write(TreeEnsemble ensemble, IReadOnlyList<string> featureNames)
    {
        ArgumentNullException.ThrowIfNull(ensemble);
        ArgumentNullException.ThrowIfNull(featureNames);
        if (featureNames.Count != ensemble.FeatureCount)
        {
            throw new ArgumentException($"{featureNames.Count} names for {ensemble.FeatureCount} features.", nameof(featureNames));
        }

        var graph = new OnnxModel("trees", "A sum of decision trees over a base value.").Input("features", OnnxElement.Double, ensemble.FeatureCount);
        return AddSum(graph, "features", "sum", ensemble)
            .Output("sum", OnnxElement.Float, 1)
            .Note("features", string.Join('\n', featureNames))
            .ToBytes();
    }

    /// <summary>Adds the sum, [rows, 1] floats, to a graph.</summary>
    internal static OnnxModel AddSum(OnnxModel graph, string input, string output, TreeEnsemble ensemble) =>
        graph.Node(OnnxModel.MachineLearning, "TreeEnsembleRegressor", [input], output, Attributes(ensemble));

    private static ProtobufMessage[] Attributes(TreeEnsemble ensemble)
    {
        List<long> trees = [], nodes = [], features = [], left = [], right = [], missing = [], leafTrees = [], leafNodes = [];
        List<double> thresholds = [], weights = [];
        List<string> modes = [];
        for (var number = 0; number < ensemble.Trees.Count; number++)
        {
            var tree = ensemble.Trees[number];
            for (var node = 0; node < tree.Count; node++)
            {
                var isLeaf = tree.Feature[node] == DecisionTree.Leaf;
                trees.Add(number);
                nodes.Add(node);
                features.Add(isLeaf ? 0 : tree.Feature[node]);
                thresholds.Add(isLeaf ? 0 : tree.Threshold[node]);
                modes.Add(isLeaf ? "LEAF" : "BRANCH_LT");
                left.Add(isLeaf ? 0 : tree.Left[node]);
                right.Add(isLeaf ? 0 : tree.Right[node]);
                missing.Add(!isLeaf && tree.MissingLeft[node] ? 1 : 0);
                if (isLeaf)
                {
                    leafTrees.Add(number);
                    leafNodes.Add(node);
                    weights.Add(tree.Value[node]);
                }
            }
        }

        return
        [
            OnnxAttribute.Number("n_targets", 1),
            OnnxAttribute.Text("aggregate_function", "SUM"),
            OnnxAttribute.Text("post_transform", "NONE"),
            OnnxAttribute.Tensor("base_values_as_tensor", OnnxTensor.Doubles("base_values", [ensemble.Base])),
            OnnxAttribute.Numbers("nodes_treeids", trees),
            OnnxAttribute.Numbers("nodes_nodeids", nodes),
            OnnxAttribute.Numbers("nodes_featureids", features),
            OnnxAttribute.Tensor("nodes_values_as_tensor", OnnxTensor.Doubles("nodes_values", thresholds)),
            OnnxAttribute.Texts("nodes_modes", modes),
            OnnxAttribute.Numbers("nodes_truenodeids", left),
            OnnxAttribute.Numbers("nodes_falsenodeids", right),
            OnnxAttribute.Numbers("nodes_missing_value_tracks_true", missing),
            OnnxAttribute.Numbers("target_treeids", leafTrees),
            OnnxAttribute.Numbers("target_nodeids", leafNodes),
            OnnxAttribute.Numbers("target_ids", new long[leafNodes.Count]),
            OnnxAttribute.Tensor("target_weights_as_tensor", OnnxTensor.Doubles("target_weights", weights)),
        ];
    }
}
