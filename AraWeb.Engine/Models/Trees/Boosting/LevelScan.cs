using System.Runtime.Intrinsics;
using AraWeb.Engine.Models.Trees.Histograms;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>Looks for the question with the largest gain summed over all nodes of a level.</summary>
internal static class LevelScan
{
    private const int MostEntries = BinCuts.MaxBins + 1;

    /// <summary>Looks through the features of a group; of equal gains the first found stays.</summary>
    public static Split Find(ColumnGroup group, List<GrowNode> level, HistogramPass pass, SplitRules rules)
    {
        Span<Vector128<double>> spare = stackalloc Vector128<double>[MostEntries];
        Span<double> gains = stackalloc double[2 * MostEntries];
        var best = Split.None;
        foreach (var number in group.Features)
        {
            ref readonly var feature = ref pass.Matrix.Features[number];
            gains.Clear();
            var hasMissing = false;
            foreach (var node in level)
            {
                if (node.Count == 0)
                {
                    continue;
                }

                var bins = pass.Read(feature, node.Slot, node.Sum, spare);
                var values = bins[..feature.Bins];
                var direction = rules.DirectionOf(number);
                AddGains(values, Vector128<double>.Zero, node, direction, rules, gains);
                if (feature.HasMissing)
                {
                    var missing = bins[^1];
                    hasMissing |= missing[1] > rules.Negligible;
                    AddGains(values, missing, node, direction, rules, gains[MostEntries..]);
                }
            }

            Take(gains[..feature.Bins], number, isMissingLeft: false, rules, ref best);
            if (hasMissing)
            {
                Take(gains.Slice(MostEntries, feature.Bins - 1), number, isMissingLeft: true, rules, ref best);
            }
        }

        return best;
    }

    private static void Take(ReadOnlySpan<double> gains, int feature, bool isMissingLeft, SplitRules rules, ref Split best)
    {
        for (var bin = 0; bin < gains.Length; bin++)
        {
            if (gains[bin] > Math.Max(rules.MinGain, best.Gain))
            {
                best = new Split(gains[bin], feature, bin, isMissingLeft);
            }
        }
    }

    /// <summary>Adds one node's gain for each bin as the last that goes left.</summary>
    private static void AddGains(
        ReadOnlySpan<Vector128<double>> bins, Vector128<double> left, GrowNode node, int direction, SplitRules rules, Span<double> gains)
    {
        var (gradient, hessian) = (node.Sum[0], node.Sum[1]);
        var (l1, l2, least) = (rules.L1, rules.L2, rules.MinLeafWeight);
        var parent = rules.ScoreOf(gradient, hessian);
        var gain = 0.0;
        for (var bin = 0; bin < bins.Length; bin++)
        {
            left += bins[bin];
            var leftHessian = left[1];
            var rightHessian = hessian - leftHessian;
            if (rightHessian < least)
            {
                break;
            }

            // Where a bin holds no rows the gain is that of the bin before.
            if (leftHessian >= least && bins[bin][1] > rules.Negligible)
            {
                var rightGradient = gradient - left[0];
                var leftSize = Math.Max(Math.Abs(left[0]) - l1, 0);
                var rightSize = Math.Max(Math.Abs(rightGradient) - l1, 0);
                var leftCurvature = leftHessian + l2;
                var rightCurvature = rightHessian + l2;
                gain = (((leftSize * leftSize * rightCurvature) + (rightSize * rightSize * leftCurvature)) / (leftCurvature * rightCurvature)) - parent;
                var rise = (left[0] / leftCurvature) - (rightGradient / rightCurvature);
                gain = direction * rise >= 0 ? gain : 0;
            }

            gains[bin] += gain;
        }
    }
}
