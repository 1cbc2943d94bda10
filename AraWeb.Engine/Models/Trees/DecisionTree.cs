namespace AraWeb.Engine.Models.Trees;

/// <summary>
/// One binary tree as arrays over its M nodes; node 0 is the root and children come after their parent. This is what explanations, exports and imports read.
/// A row goes left where its value is below the threshold, and where its value is NaN goes the way of <see cref="MissingLeft"/>.
/// </summary>
public sealed class DecisionTree
{
    /// <summary>Marks a leaf in <see cref="Feature"/>.</summary>
    public const int Leaf = -1;

    /// <summary>Makes a tree; the arrays are kept, not copied.</summary>
    /// <exception cref="ArgumentException">Arrays of different lengths, no node, or a child that does not come after its parent.</exception>
    public DecisionTree(int[] feature, double[] threshold, int[] left, int[] right, bool[] missingLeft, double[] value, double[] cover)
    {
        ArgumentNullException.ThrowIfNull(feature);
        ArgumentNullException.ThrowIfNull(threshold);
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(missingLeft);
        ArgumentNullException.ThrowIfNull(value);
        ArgumentNullException.ThrowIfNull(cover);
        var count = feature.Length;
        if (count == 0 || threshold.Length != count || left.Length != count || right.Length != count
            || missingLeft.Length != count || value.Length != count || cover.Length != count)
        {
            throw new ArgumentException("A tree needs at least one node and arrays of the same length.", nameof(feature));
        }

        for (var i = 0; i < count; i++)
        {
            if (feature[i] != Leaf && (left[i] <= i || right[i] <= i || left[i] >= count || right[i] >= count))
            {
                throw new ArgumentException($"Node {i} has a child that does not come after it.", nameof(left));
            }
        }

        (Feature, Threshold, Left, Right, MissingLeft, Value, Cover) = (feature, threshold, left, right, missingLeft, value, cover);
    }

    /// <summary>M, the number of nodes.</summary>
    public int Count => Feature.Length;

    /// <summary>[M] column that a node asks for; <see cref="Leaf"/> at leaves.</summary>
    public int[] Feature { get; }

    /// <summary>[M] a row goes left where its value is below this.</summary>
    public double[] Threshold { get; }

    /// <summary>[M] node on the left; 0 at leaves.</summary>
    public int[] Left { get; }

    /// <summary>[M] node on the right; 0 at leaves.</summary>
    public int[] Right { get; }

    /// <summary>[M] whether a row without a value goes left.</summary>
    public bool[] MissingLeft { get; }

    /// <summary>[M] what a leaf adds to the sum; at other nodes the mean of what lies below, weighted by <see cref="Cover"/>.</summary>
    public double[] Value { get; }

    /// <summary>[M] training weight that reached the node: rows or second derivatives, as the algorithm counts. Explanations need it.</summary>
    public double[] Cover { get; }

    /// <summary>The leaf that a row ends in.</summary>
    /// <param name="row">[F] values; NaN means unknown.</param>
    public int LeafOf(ReadOnlySpan<double> row)
    {
        var node = 0;
        while (Feature[node] != Leaf)
        {
            var value = row[Feature[node]];
            node = double.IsNaN(value)
                ? (MissingLeft[node] ? Left[node] : Right[node])
                : (value < Threshold[node] ? Left[node] : Right[node]);
        }

        return node;
    }
}
