using System.Runtime.Intrinsics;
using AraWeb.Engine.Models.Trees.Histograms;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>Grows a tree leaf by leaf, each time where the gain is largest (Ke and others 2017, LightGBM); of equal gains the leaf made first.</summary>
internal sealed class LeafwiseGrower(BinnedMatrix matrix, BoostingSettings settings) : ITreeGrower
{
    private readonly HistogramPass _pass = new(matrix, settings.Threads);
    private readonly NodeRows _rows = new(matrix.Rows);

    /// <inheritdoc/>
    public GrownTree Grow(
        ReadOnlySpan<Vector128<double>> pairs, ReadOnlySpan<int> rows, ReadOnlySpan<int> features, CancellationToken cancellationToken)
    {
        _pass.Begin(features);
        _rows.Start(rows, pairs);
        var recorder = new TreeRecorder();
        var rules = SplitRules.For(settings, _rows.PairsOf(0, _rows.Count));
        var search = new SplitSearch(_pass);
        var root = new GrowNode(0, 0, 0, _rows.Count, _rows.SumOf(0, _rows.Count));
        search.Find([new SiblingPair(root, Rest: null)], _rows, rules, cancellationToken);
        var leaves = new List<GrowNode> { root };
        while (leaves.Count < settings.MaxLeaves && Richest(leaves) is var place && leaves[place].Best.Exists)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var node = leaves[place];
            var count = NodeSplitter.MoveRows(matrix, _rows, node, node.Best);
            if (count == 0 || count == node.Count)
            {
                node.Best = Split.None;
                continue;
            }

            var (left, right) = NodeSplitter.MakeChildren(matrix, _rows, node, count, recorder, rules);
            leaves[place] = left;
            leaves.Add(right);
            if (leaves.Count == settings.MaxLeaves
                || left.Depth == settings.MaxDepth
                || Math.Max(left.Sum[1], right.Sum[1]) < 2 * rules.MinLeafWeight)
            {
                _pass.Return(node.Slot);
                continue;
            }

            search.Find([NodeSplitter.Pair(left, right, node.Slot)], _rows, rules, cancellationToken);
            GiveBack(left);
            GiveBack(right);
        }

        return new GrownTree(recorder, leaves, _rows, rules);
    }

    private static int Richest(List<GrowNode> leaves)
    {
        var best = 0;
        for (var i = 1; i < leaves.Count; i++)
        {
            best = leaves[i].Best.Gain > leaves[best].Best.Gain ? i : best;
        }

        return best;
    }

    /// <summary>A leaf that stays one needs no histograms.</summary>
    private void GiveBack(GrowNode node)
    {
        if (!node.Best.Exists)
        {
            _pass.Return(node.Slot);
        }
    }
}
