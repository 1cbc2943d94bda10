using System.Runtime.Intrinsics;
using AraWeb.Engine.Models.Trees.Histograms;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>
/// Grows a tree that asks the same question in all nodes of a level (Prokhorenkova and others 2018, CatBoost): the one with the largest gain over all of
/// them. A node in which a side would be lighter than the least weight, or in which the sides would run against a monotone constraint, adds nothing to the
/// gain but is divided all the same.
/// </summary>
internal sealed class ObliviousGrower(BinnedMatrix matrix, BoostingSettings settings) : ITreeGrower
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
        var root = new GrowNode(0, 0, 0, _rows.Count, _rows.SumOf(0, _rows.Count));
        var level = new List<GrowNode> { root };
        var siblings = new List<SiblingPair> { new(root, Rest: null) };
        var questions = new List<int>();
        for (var depth = 0; depth < settings.MaxDepth; depth++)
        {
            var split = FindSplit(level, siblings, rules, cancellationToken);
            if (!split.Exists)
            {
                break;
            }

            questions.Add(split.Feature);
            (level, siblings) = SplitLevel(level, split, recorder, rules, cancellationToken);
        }

        return new GrownTree(recorder, level, _rows, rules) { LevelFeatures = questions };
    }

    private Split FindSplit(List<GrowNode> level, List<SiblingPair> siblings, SplitRules rules, CancellationToken cancellationToken)
    {
        var counted = 0L;
        foreach (var pair in siblings)
        {
            pair.Counted.Slot = _pass.Rent();
            counted += pair.Counted.Count;
        }

        var best = new Split[_pass.Groups.Count];
        _pass.ForEachGroup(
            counted,
            level.Count,
            group =>
            {
                SplitSearch.Count(_pass.Groups[group], siblings, _rows, _pass);
                best[group] = LevelScan.Find(_pass.Groups[group], level, _pass, rules);
            },
            cancellationToken);
        var found = Split.None;
        foreach (var candidate in best)
        {
            found = candidate.Gain > found.Gain ? candidate : found;
        }

        return found;
    }

    private (List<GrowNode> Level, List<SiblingPair> Siblings) SplitLevel(
        List<GrowNode> level, Split split, TreeRecorder recorder, SplitRules rules, CancellationToken cancellationToken)
    {
        var lefts = new int[level.Count];
        Parallel.For(
            0,
            level.Count,
            new ParallelOptions { MaxDegreeOfParallelism = settings.Threads, CancellationToken = cancellationToken },
            i => lefts[i] = NodeSplitter.MoveRows(matrix, _rows, level[i], split));
        if (!matrix.Features[split.Feature].HasMissing)
        {
            // No row lacks the value: those to come go where more rows are.
            split = split with { MissingLeft = 2L * lefts.Sum() >= _rows.Count };
        }

        var next = new List<GrowNode>(2 * level.Count);
        var siblings = new List<SiblingPair>(level.Count);
        for (var i = 0; i < level.Count; i++)
        {
            level[i].Best = split;
            var (left, right) = NodeSplitter.MakeChildren(matrix, _rows, level[i], lefts[i], recorder, rules);
            next.Add(left);
            next.Add(right);
            siblings.Add(NodeSplitter.Pair(left, right, level[i].Slot));
        }

        return (next, siblings);
    }
}
