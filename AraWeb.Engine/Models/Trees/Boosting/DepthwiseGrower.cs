using System.Runtime.Intrinsics;
using AraWeb.Engine.Models.Trees.Histograms;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>
/// Grows a tree level by level: XGBoost's histogram algorithm (Chen and Guestrin 2016). All nodes of a level are looked through together, so that a thread
/// meets each column once a level.
/// </summary>
internal sealed class DepthwiseGrower(BinnedMatrix matrix, BoostingSettings settings) : ITreeGrower
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
        var leaves = new List<GrowNode>();
        var level = new List<GrowNode> { root };
        while (level.Count > 0)
        {
            level = GrowLevel(level, leaves, search, recorder, rules, cancellationToken);
        }

        return new GrownTree(recorder, leaves, _rows, rules);
    }

    private List<GrowNode> GrowLevel(
        List<GrowNode> level, List<GrowNode> leaves, SplitSearch search, TreeRecorder recorder, SplitRules rules, CancellationToken cancellationToken)
    {
        var lefts = new int[level.Count];
        Parallel.For(
            0,
            level.Count,
            new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellationToken },
            i => lefts[i] = level[i].Best.Exists ? NodeSplitter.MoveRows(matrix, _rows, level[i], level[i].Best) : 0);
        var next = new List<GrowNode>(2 * level.Count);
        var pairs = new List<SiblingPair>(level.Count);
        for (var i = 0; i < level.Count; i++)
        {
            var node = level[i];
            if (lefts[i] == 0 || lefts[i] == node.Count)
            {
                leaves.Add(node);
                _pass.Return(node.Slot);
                continue;
            }

            var (left, right) = NodeSplitter.MakeChildren(matrix, _rows, node, lefts[i], recorder, rules);
            if (left.Depth == settings.MaxDepth || Math.Max(left.Sum[1], right.Sum[1]) < 2 * rules.MinLeafWeight)
            {
                leaves.Add(left);
                leaves.Add(right);
                _pass.Return(node.Slot);
                continue;
            }

            next.Add(left);
            next.Add(right);
            pairs.Add(NodeSplitter.Pair(left, right, node.Slot));
        }

        search.Find(pairs, _rows, rules, cancellationToken);
        return next;
    }
}
