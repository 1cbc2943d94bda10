using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>
/// Rounds of depth-wise and leaf-wise boosting: derivatives of all rows at their scores, a tree on the rows drawn, a Newton step in each leaf.
/// </summary>
internal sealed class PlainRounds(BoostingRows data, BoostingSettings settings, ITreeGrower grower, RowDraw draw) : IRoundMaker
{
    private readonly Vector128<double>[] _pairs = new Vector128<double>[data.Matrix.Rows];
    private readonly int[] _nodes = new int[data.Matrix.Rows];
    private readonly double[] _residuals = new double[settings.Objective.FitsLeaves ? data.Matrix.Rows : 0];
    private readonly double[] _weights = new double[settings.Objective.FitsLeaves ? data.Matrix.Rows : 0];

    /// <inheritdoc/>
    public DecisionTree? Next(double[] scores, int round, CancellationToken cancellationToken)
    {
        settings.Objective.Derive(scores, data.Targets.Span, data.Weights.Span, _pairs);
        var rows = draw.Rows(_pairs, round);
        var isWhole = rows.Length == scores.Length;
        var grown = grower.Grow(_pairs, rows, draw.Features(), cancellationToken);
        if (grown.Leaves.Count == 1)
        {
            return null;
        }

        Array.Fill(_nodes, -1);
        foreach (var leaf in grown.Leaves)
        {
            grown.Recorder.SetLeaf(leaf.Index, settings.LearningRate * ValueOf(leaf, grown, scores), Math.Max(leaf.Sum[1], 0));
            foreach (var row in grown.Rows.RowsOf(leaf.Start, leaf.Count))
            {
                _nodes[row] = leaf.Index;
            }
        }

        var tree = grown.Recorder.Finish();
        if (!isWhole)
        {
            var matrix = data.Matrix;
            TreeScores.FindNodes(tree, matrix.Values, matrix.Features.Length, _nodes, settings.Threads, cancellationToken);
        }

        for (var row = 0; row < scores.Length; row++)
        {
            scores[row] += tree.Value[_nodes[row]];
        }

        return tree;
    }

    private double ValueOf(GrowNode leaf, GrownTree grown, double[] scores)
    {
        if (!settings.Objective.FitsLeaves)
        {
            return grown.Rules.ValueOf(leaf.Sum[0], leaf.Sum[1], leaf.Lower, leaf.Upper);
        }

        var count = 0;
        foreach (var row in grown.Rows.RowsOf(leaf.Start, leaf.Count))
        {
            _residuals[count] = data.Targets.Span[row] - scores[row];
            _weights[count++] = data.Weights.Span[row];
        }

        // The l2 penalty counts as rows that say zero here, too.
        var value = settings.Objective.LeafValue(_residuals.AsSpan(0, count), _weights.AsSpan(0, count)) * leaf.Sum[1] / (leaf.Sum[1] + settings.L2);
        return Math.Min(Math.Max(value, leaf.Lower), leaf.Upper);
    }
}
