namespace AraWeb.Engine.Models.Trees.Compiled;

/// <summary>
/// Lays trees out breadth first with siblings beside each other. A row is prepared to 2 F numbers: first with infinity for what is unknown, then with minus
/// infinity. A question reads the half that sends unknown values its way, so that a walk never asks whether a value is known.
/// </summary>
internal static class TreeLayout
{
    /// <summary>Writes both halves of a row.</summary>
    /// <param name="row">[F] values; NaN means unknown.</param>
    /// <param name="ready">[2 F] receives them.</param>
    public static void Prepare(ReadOnlySpan<double> row, Span<double> ready)
    {
        var low = ready[row.Length..];
        for (var i = 0; i < row.Length; i++)
        {
            var value = row[i];
            ready[i] = double.IsNaN(value) ? double.PositiveInfinity : value;
            low[i] = double.IsNaN(value) ? double.NegativeInfinity : value;
        }
    }

    /// <summary>Which number of a prepared row a question reads.</summary>
    public static int SlotOf(int feature, bool missingLeft, int featureCount) => missingLeft ? featureCount + feature : feature;

    /// <summary>Refuses questions that a walk could not answer.</summary>
    /// <exception cref="ArgumentException">Names the tree and the node.</exception>
    public static void Check(DecisionTree tree, int number, int featureCount)
    {
        for (var node = 0; node < tree.Count; node++)
        {
            if (tree.Feature[node] == DecisionTree.Leaf)
            {
                continue;
            }

            if (tree.Feature[node] < 0 || tree.Feature[node] >= featureCount || !double.IsFinite(tree.Threshold[node]))
            {
                throw new ArgumentException(
                    $"Node {node} of tree {number} asks whether column {tree.Feature[node]} of {featureCount} is below {tree.Threshold[node]}.", nameof(tree));
            }
        }
    }

    /// <summary>Appends a tree.</summary>
    /// <param name="tree">The tree.</param>
    /// <param name="featureCount">F.</param>
    /// <param name="nodes">All nodes so far.</param>
    /// <param name="values">Their values.</param>
    public static CompiledTree Append(DecisionTree tree, int featureCount, List<CompiledNode> nodes, List<double> values)
    {
        var start = nodes.Count;
        var queue = new Queue<(int Node, int Place, int Depth)>();
        queue.Enqueue((0, start, 0));
        nodes.Add(default);
        values.Add(0);
        var deepest = 0;
        while (queue.TryDequeue(out var next))
        {
            var (node, place, depth) = next;
            values[place] = tree.Value[node];
            deepest = Math.Max(deepest, depth);
            if (tree.Feature[node] == DecisionTree.Leaf)
            {
                nodes[place] = new CompiledNode(double.NaN, 0, place);
                continue;
            }

            var slot = SlotOf(tree.Feature[node], tree.MissingLeft[node], featureCount);
            nodes[place] = new CompiledNode(tree.Threshold[node], slot, nodes.Count);
            queue.Enqueue((tree.Right[node], nodes.Count, depth + 1));
            queue.Enqueue((tree.Left[node], nodes.Count + 1, depth + 1));
            nodes.AddRange([default, default]);
            values.AddRange([0, 0]);
        }

        return new CompiledTree(start, deepest, IsTable: false);
    }
}
