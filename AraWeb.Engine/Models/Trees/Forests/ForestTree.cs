namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>One tree of a forest that answers for several outputs at once.</summary>
/// <param name="Shape">Questions and training weights; its values are those of the first output.</param>
/// <param name="Means">[M * H] mean target of each node and output.</param>
/// <param name="Rises">[M * H] share of targets above zero, each node counted with one rise and one fall more (Laplace's rule): never 0 or 1.</param>
/// <param name="Kept">Training targets that leaves keep; null where the settings keep none.</param>
internal sealed record ForestTree(DecisionTree Shape, double[] Means, double[] Rises, LeafTargets? Kept)
{
    /// <summary>The tree of one output, with values multiplied.</summary>
    public DecisionTree Of(int output, int outputs, double scale)
    {
        var values = new double[Shape.Count];
        for (var node = 0; node < values.Length; node++)
        {
            values[node] = Means[(node * outputs) + output] * scale;
        }

        return new DecisionTree(Shape.Feature, Shape.Threshold, Shape.Left, Shape.Right, Shape.MissingLeft, values, Shape.Cover);
    }
}
