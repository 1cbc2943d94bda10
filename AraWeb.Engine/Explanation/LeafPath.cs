using AraWeb.Engine.Models.Trees;

namespace AraWeb.Engine.Explanation;

/// <summary>
/// What a row must hold to end in a leaf: one interval a feature, however often the path asks for it, and the share of the training weight that the path keeps
/// at the questions about that feature.
/// </summary>
/// <param name="Value">What the leaf adds to the prediction.</param>
/// <param name="Steps">[m] one entry for each feature on the path, in the order of first asking.</param>
internal sealed record LeafPath(double Value, LeafPath.Step[] Steps)
{
    /// <summary>One feature of a path.</summary>
    /// <param name="Feature">The column.</param>
    /// <param name="Low">A row agrees from here; minus infinity where the path sets no lower bound.</param>
    /// <param name="High">A row agrees below here; NaN where the path sets no upper bound, so that plus infinity agrees too.</param>
    /// <param name="Missing">Whether a row that does not know the feature agrees.</param>
    /// <param name="Share">Share of the training weight kept, 0 to 1.</param>
    public readonly record struct Step(int Feature, double Low, double High, bool Missing, double Share);

    /// <summary>The paths of all leaves of a tree that training weight reaches or a row may end in, from left to right.</summary>
    /// <exception cref="ArgumentException">The tree asks for a column that is not there, or a leaf is not a finite number.</exception>
    public static List<LeafPath> Of(DecisionTree tree, int featureCount)
    {
        var paths = new List<LeafPath>();
        var open = new Stack<(int Node, Step[] Steps)>();
        open.Push((0, []));
        while (open.TryPop(out var next))
        {
            var (node, steps) = next;
            var feature = tree.Feature[node];
            if (feature == DecisionTree.Leaf)
            {
                paths.Add(double.IsFinite(tree.Value[node])
                    ? new LeafPath(tree.Value[node], steps)
                    : throw new ArgumentException($"Leaf {node} adds {tree.Value[node]}.", nameof(tree)));
                continue;
            }

            if (feature < 0 || feature >= featureCount)
            {
                throw new ArgumentException($"Node {node} asks for column {feature} of {featureCount}.", nameof(tree));
            }

            var left = ShareLeft(tree, node);
            var threshold = tree.Threshold[node];
            open.Push((tree.Right[node], With(steps, new Step(feature, threshold, double.NaN, !tree.MissingLeft[node], 1 - left))));
            open.Push((tree.Left[node], With(steps, new Step(feature, double.NegativeInfinity, threshold, tree.MissingLeft[node], left))));
        }

        return paths;
    }

    // Children that no weight reached share evenly: the prediction of such a path is possible, its expectation is empty either way.
    private static double ShareLeft(DecisionTree tree, int node)
    {
        var left = tree.Cover[tree.Left[node]];
        var both = left + tree.Cover[tree.Right[node]];
        return both > 0 ? left / both : 0.5;
    }

    private static Step[] With(Step[] steps, Step added)
    {
        for (var i = 0; i < steps.Length; i++)
        {
            if (steps[i].Feature == added.Feature)
            {
                var joined = (Step[])steps.Clone();
                joined[i] = Join(steps[i], added);
                return joined;
            }
        }

        return [.. steps, added];
    }

    private static Step Join(Step a, Step b) => new(
        a.Feature,
        Math.Max(a.Low, b.Low),
        double.IsNaN(a.High) ? b.High : double.IsNaN(b.High) ? a.High : Math.Min(a.High, b.High),
        a.Missing && b.Missing,
        a.Share * b.Share);
}
