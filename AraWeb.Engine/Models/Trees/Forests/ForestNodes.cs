using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>The nodes of a tree while it grows.</summary>
/// <param name="rows">What it learns from.</param>
/// <param name="leafSample">Most targets that a leaf keeps; 0 keeps none.</param>
internal sealed class ForestNodes(ForestRows rows, int leafSample)
{
    private readonly List<int> _feature = [];
    private readonly List<double> _threshold = [];
    private readonly List<int> _left = [];
    private readonly List<int> _right = [];
    private readonly List<bool> _missingLeft = [];
    private readonly List<double> _cover = [];
    private readonly List<double> _means = [];
    private readonly List<double> _rises = [];
    private readonly List<(int Node, double Weight, int Row)> _kept = [];

    /// <summary>Adds a node, a leaf until it is asked something.</summary>
    /// <param name="parent">Its parent; negative for the root.</param>
    /// <param name="isLeft">Which child it is.</param>
    /// <param name="total">[H + 1] weight and weighted targets.</param>
    public int Add(int parent, bool isLeft, ReadOnlySpan<double> total)
    {
        var node = _feature.Count;
        _feature.Add(DecisionTree.Leaf);
        _threshold.Add(0);
        _left.Add(0);
        _right.Add(0);
        _missingLeft.Add(false);
        _cover.Add(total[0]);
        for (var output = 1; output < total.Length; output++)
        {
            _means.Add(total[output] / total[0]);
            _rises.Add(0);
        }

        if (parent >= 0)
        {
            (isLeft ? _left : _right)[parent] = node;
        }

        return node;
    }

    /// <summary>Makes a node ask.</summary>
    public void Ask(int node, ForestSplit split, double threshold) =>
        (_feature[node], _threshold[node], _missingLeft[node]) = (split.Feature, threshold, split.MissingLeft);

    /// <summary>Leaves a node as a leaf.</summary>
    /// <param name="node">Which one.</param>
    /// <param name="own">Its rows.</param>
    /// <param name="parts">[N * (H + 1)] weight and weighted targets of all rows.</param>
    /// <param name="random">Draws which targets are kept.</param>
    public void Close(int node, Span<int> own, ReadOnlySpan<double> parts, SeededNormals random)
    {
        var outputs = rows.Outputs;
        for (var output = 0; output < outputs; output++)
        {
            var up = 0.0;
            foreach (var row in own)
            {
                var part = row * (outputs + 1);
                up += parts[part + output + 1] > 0 ? parts[part] : 0;
            }

            // Laplace's rule of succession on as many observations as there are rows.
            _rises[(node * outputs) + output] = ((up / _cover[node] * own.Length) + 1) / (own.Length + 2);
        }

        Keep(node, own, parts, random);
    }

    /// <summary>The tree.</summary>
    public ForestTree ToTree()
    {
        var values = new double[_feature.Count];
        for (var node = 0; node < values.Length; node++)
        {
            values[node] = _means[node * rows.Outputs];
        }

        var shape = new DecisionTree([.. _feature], [.. _threshold], [.. _left], [.. _right], [.. _missingLeft], values, [.. _cover]);
        return new ForestTree(shape, [.. _means], [.. _rises], leafSample > 0 ? Kept() : null);
    }

    private void Keep(int node, Span<int> own, ReadOnlySpan<double> parts, SeededNormals random)
    {
        var count = Math.Min(leafSample, own.Length);
        var sum = 0.0;
        for (var i = 0; i < count; i++)
        {
            var pick = i + (int)(random.NextUniform() * (own.Length - i));
            (own[i], own[pick]) = (own[pick], own[i]);
            sum += parts[own[i] * (rows.Outputs + 1)];
        }

        for (var i = 0; i < count; i++)
        {
            _kept.Add((node, parts[own[i] * (rows.Outputs + 1)] / sum, own[i]));
        }
    }

    // Nodes close in the order of their numbers, so entries lie in that order too.
    private LeafTargets Kept()
    {
        var starts = new int[_feature.Count + 1];
        var targets = new double[_kept.Count * rows.Outputs];
        var all = rows.Targets.Span;
        for (var i = 0; i < _kept.Count; i++)
        {
            starts[_kept[i].Node + 1]++;
            all.Slice(_kept[i].Row * rows.Outputs, rows.Outputs).CopyTo(targets.AsSpan(i * rows.Outputs));
        }

        for (var node = 0; node < _feature.Count; node++)
        {
            starts[node + 1] += starts[node];
        }

        return new LeafTargets(starts, [.. _kept.Select(entry => entry.Weight)], targets);
    }
}
