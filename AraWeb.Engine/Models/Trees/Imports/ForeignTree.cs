namespace AraWeb.Engine.Models.Trees.Imports;

/// <summary>
/// A tree as a file gives it, with nodes in any order. <see cref="ToTree"/> checks it and numbers it anew so that children follow their parent. Nothing in it
/// is trusted.
/// </summary>
internal sealed class ForeignTree
{
    // What LightGBM takes for zero, meta.h of its sources: above -1e-35 and up to 1e-35, both as float32. A row goes left below a threshold.
    private static readonly double BandStart = Math.BitIncrement((double)-1e-35f);
    private static readonly double BandEnd = Math.BitIncrement((double)1e-35f);

    /// <summary>What the file calls it, for messages.</summary>
    public required string Name { get; init; }

    /// <summary>[M] column asked for; anything at leaves.</summary>
    public required int[] Feature { get; init; }

    /// <summary>[M] a row goes left below this; anything at leaves.</summary>
    public required double[] Threshold { get; init; }

    /// <summary>[M] child on the left; negative at leaves.</summary>
    public required int[] Left { get; init; }

    /// <summary>[M] child on the right; negative at leaves.</summary>
    public required int[] Right { get; init; }

    /// <summary>[M] whether a row without a value goes left.</summary>
    public required bool[] MissingLeft { get; init; }

    /// <summary>[M] whether a zero goes the way of <see cref="MissingLeft"/>, whatever the threshold says.</summary>
    public required bool[] ZeroIsMissing { get; init; }

    /// <summary>[M] what a leaf adds; anything at other nodes.</summary>
    public required double[] Value { get; init; }

    /// <summary>[M] training weight that reached the node.</summary>
    public required double[] Cover { get; init; }

    /// <summary>The tree in the form that the rest of the program reads.</summary>
    /// <param name="featureCount">Columns of the model.</param>
    /// <param name="scale">What each leaf is multiplied with.</param>
    /// <param name="nodes">Most nodes that the tree may come to.</param>
    /// <exception cref="Core.ModelException">Says what is wrong with which node.</exception>
    public DecisionTree ToTree(int featureCount, double scale, int nodes)
    {
        Check(featureCount);
        var tree = new TreeWriter();
        var open = new Stack<(int Node, (int Parent, bool IsLeft) Place, double Share)>();
        open.Push((0, (-1, false), 1));
        while (open.TryPop(out var next))
        {
            var (node, place, share) = next;
            if (tree.Count >= nodes)
            {
                throw ImportLimits.Refuse($"{Name} makes more than {ImportLimits.Nodes} nodes in all");
            }

            var cover = Cover[node] * share;
            if (Left[node] < 0)
            {
                tree.Leaf(place, Value[node] * scale, cover);
                continue;
            }

            var (feature, threshold, missingLeft) = (Feature[node], Threshold[node], MissingLeft[node]);
            if (!ZeroIsMissing[node] || (missingLeft ? threshold >= BandStart : threshold <= BandEnd))
            {
                var at = tree.Split(place, feature, ZeroIsMissing[node] ? AtBand(threshold, missingLeft) : threshold, missingLeft, cover);
                open.Push((Right[node], (at, false), share));
                open.Push((Left[node], (at, true), share));
                continue;
            }

            // Zeros lie on one side of the threshold and go to the other: three questions, and both subtrees twice with half of their weight each, which
            // neither predictions nor explanations can tell from once.
            var root = tree.Split(place, feature, missingLeft ? BandStart : BandEnd, !missingLeft, cover);
            var low = tree.Split((root, true), feature, missingLeft ? threshold : BandStart, missingLeft: false, cover / 2);
            var high = tree.Split((root, false), feature, missingLeft ? BandEnd : threshold, missingLeft, cover / 2);
            foreach (var split in (ReadOnlySpan<int>)[high, low])
            {
                open.Push((Right[node], (split, false), share / 2));
                open.Push((Left[node], (split, true), share / 2));
            }
        }

        return tree.ToTree();
    }

    // One question does where the threshold lies inside the band of zeros, or at the edge that the default does not reach.
    private static double AtBand(double threshold, bool missingLeft) =>
        missingLeft ? Math.Max(threshold, BandEnd) : Math.Min(threshold, BandStart);

    private void Check(int featureCount)
    {
        var count = Feature.Length;
        if (count == 0 || Threshold.Length != count || Left.Length != count || Right.Length != count || MissingLeft.Length != count
            || ZeroIsMissing.Length != count || Value.Length != count || Cover.Length != count)
        {
            throw ImportLimits.Refuse($"{Name} has no node, or lists of different lengths");
        }

        var seen = new bool[count];
        var open = new Stack<(int Node, int Depth)>();
        open.Push((0, 0));
        while (open.TryPop(out var next))
        {
            var (node, depth) = next;
            if (node >= count || seen[node] || depth > ImportLimits.Depth)
            {
                throw ImportLimits.Refuse(node >= count ? $"{Name} leads to node {node} of {count}"
                    : seen[node] ? $"{Name} reaches node {node} twice"
                    : $"{Name} is deeper than {ImportLimits.Depth}");
            }

            seen[node] = true;
            if (!(Cover[node] >= 0 && double.IsFinite(Cover[node])))
            {
                throw ImportLimits.Refuse($"node {node} of {Name} has the training weight {Cover[node]}");
            }

            if (Left[node] < 0 && Right[node] < 0)
            {
                if (!double.IsFinite(Value[node]))
                {
                    throw ImportLimits.Refuse($"leaf {node} of {Name} adds {Value[node]}");
                }

                continue;
            }

            if (Left[node] < 0 || Right[node] < 0 || Feature[node] < 0 || Feature[node] >= featureCount || !double.IsFinite(Threshold[node]))
            {
                throw ImportLimits.Refuse(
                    $"node {node} of {Name} asks whether column {Feature[node]} of {featureCount} is below {Threshold[node]}, "
                    + $"with children {Left[node]} and {Right[node]}");
            }

            open.Push((Right[node], depth + 1));
            open.Push((Left[node], depth + 1));
        }
    }
}
