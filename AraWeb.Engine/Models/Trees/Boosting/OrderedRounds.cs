using System.Runtime.Intrinsics;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>
/// Rounds of oblivious boosting: the questions of a tree come from ordered derivatives along one of several orders in turn, the values of its leaves from the
/// model's own derivatives of all rows.
/// </summary>
internal sealed class OrderedRounds : IRoundMaker
{
    private readonly BoostingRows _data;
    private readonly BoostingSettings _settings;
    private readonly ITreeGrower _grower;
    private readonly RowDraw _draw;
    private readonly OrderedScores[] _orders;
    private readonly Vector128<double>[] _pairs;
    private readonly int[] _nodes;

    /// <summary>Draws the orders.</summary>
    public OrderedRounds(BoostingRows data, BoostingSettings settings, ITreeGrower grower, RowDraw draw, double start, int seed)
    {
        (_data, _settings, _grower, _draw) = (data, settings, grower, draw);
        _pairs = new Vector128<double>[data.Matrix.Rows];
        _nodes = new int[data.Matrix.Rows];

        // Another stream than that of the draws.
        var random = new SeededNormals(~(long)seed);
        _orders = [.. Enumerable.Range(0, settings.Permutations).Select(_ => new OrderedScores(data, settings.Objective, start, random))];
    }

    /// <inheritdoc/>
    public DecisionTree? Next(double[] scores, int round, CancellationToken cancellationToken)
    {
        _orders[round % _orders.Length].Derive(_pairs);
        var grown = _grower.Grow(_pairs, _draw.Rows(_pairs, round), _draw.Features(), cancellationToken);
        if (grown.Leaves.Count == 1)
        {
            return null;
        }

        FindLeaves(grown, cancellationToken);
        var values = SetLeaves(grown, scores);
        Parallel.For(
            0,
            _orders.Length,
            new ParallelOptions { MaxDegreeOfParallelism = _settings.Threads, CancellationToken = cancellationToken },
            order => _orders[order].Learn(_nodes, grown.Leaves.Count, grown.Rules, _settings.LearningRate));
        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] += values[_nodes[row]];
        }

        return grown.Recorder.Finish();
    }

    /// <summary>Finds the leaf, by its place in the list, of every row.</summary>
    private void FindLeaves(GrownTree grown, CancellationToken cancellationToken)
    {
        Array.Fill(_nodes, -1);
        var leafOfNode = new int[grown.Leaves[^1].Index + 1];
        for (var leaf = 0; leaf < grown.Leaves.Count; leaf++)
        {
            var node = grown.Leaves[leaf];
            leafOfNode[node.Index] = leaf;
            foreach (var row in grown.Rows.RowsOf(node.Start, node.Count))
            {
                _nodes[row] = node.Index;
            }
        }

        if (grown.Rows.Count < _nodes.Length)
        {
            var matrix = _data.Matrix;
            TreeScores.FindNodes(grown.Recorder.Finish(), matrix.Values, matrix.Features.Length, _nodes, _settings.Threads, cancellationToken);
        }

        for (var row = 0; row < _nodes.Length; row++)
        {
            _nodes[row] = leafOfNode[_nodes[row]];
        }
    }

    private double[] SetLeaves(GrownTree grown, double[] scores)
    {
        _settings.Objective.Derive(scores, _data.Targets.Span, _data.Weights.Span, _pairs);
        var sums = new Vector128<double>[grown.Leaves.Count];
        for (var row = 0; row < _pairs.Length; row++)
        {
            sums[_nodes[row]] += _pairs[row];
        }

        var values = _settings.Objective.FitsLeaves ? FitLeaves(sums, scores) : new double[sums.Length];
        for (var leaf = 0; leaf < values.Length && !_settings.Objective.FitsLeaves; leaf++)
        {
            values[leaf] = grown.Rules.ValueOf(sums[leaf][0], sums[leaf][1], double.NegativeInfinity, double.PositiveInfinity);
        }

        if (grown.Rules.IsConstrained)
        {
            MonotoneLeaves.Enforce(values, grown.LevelFeatures, grown.Rules);
        }

        for (var leaf = 0; leaf < values.Length; leaf++)
        {
            values[leaf] *= _settings.LearningRate;
            grown.Recorder.SetLeaf(grown.Leaves[leaf].Index, values[leaf], sums[leaf][1]);
        }

        return values;
    }

    private double[] FitLeaves(Vector128<double>[] sums, double[] scores)
    {
        var residuals = new List<double>[sums.Length];
        var weights = new List<double>[sums.Length];
        for (var leaf = 0; leaf < sums.Length; leaf++)
        {
            (residuals[leaf], weights[leaf]) = ([], []);
        }

        for (var row = 0; row < scores.Length; row++)
        {
            residuals[_nodes[row]].Add(_data.Targets.Span[row] - scores[row]);
            weights[_nodes[row]].Add(_data.Weights.Span[row]);
        }

        var values = new double[sums.Length];
        for (var leaf = 0; leaf < sums.Length; leaf++)
        {
            values[leaf] = sums[leaf][1] > 0
                ? _settings.Objective.LeafValue(residuals[leaf].ToArray(), weights[leaf].ToArray()) * sums[leaf][1] / (sums[leaf][1] + _settings.L2)
                : 0;
        }

        return values;
    }
}
