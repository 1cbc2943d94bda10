using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>
/// Looks for the best question about one feature in one node: every bin as the last that goes left, rows without the value first on the right, then on the
/// left. Where the node has no such rows, they will go where more weight is. Of equal gains the first found stays.
/// </summary>
internal static class SplitScan
{
    /// <summary>Looks through a feature.</summary>
    /// <param name="bins">[B] sums of each bin of values.</param>
    /// <param name="missing">Sums of rows without the value.</param>
    /// <param name="feature">Which feature it is.</param>
    /// <param name="node">The node.</param>
    /// <param name="rules">What counts.</param>
    /// <param name="best">Replaced where a gain is larger.</param>
    public static void Find(
        ReadOnlySpan<Vector128<double>> bins, Vector128<double> missing, int feature, GrowNode node, SplitRules rules, ref Split best)
    {
        var hasMissing = missing[1] > rules.Negligible;
        if (rules.IsConstrained)
        {
            FindWithin(bins, Vector128<double>.Zero, hasMissing, feature, node, rules, ref best);
            if (hasMissing)
            {
                FindWithin(bins[..^1], missing, hasMissing, feature, node, rules, ref best);
            }
        }
        else if (hasMissing)
        {
            FindFree(bins, Vector128<double>.Zero, hasMissing, feature, node, rules, ref best);
            FindFree(bins[..^1], missing, hasMissing, feature, node, rules, ref best);
        }
        else
        {
            FindFree(bins[..^1], Vector128<double>.Zero, hasMissing, feature, node, rules, ref best);
        }
    }

    private static void FindFree(
        ReadOnlySpan<Vector128<double>> bins,
        Vector128<double> left,
        bool hasMissing,
        int feature,
        GrowNode node,
        SplitRules rules,
        ref Split best)
    {
        var missingLeft = left[1] > 0;
        var (gradient, hessian) = (node.Sum[0], node.Sum[1]);
        var (l1, l2, least, negligible) = (rules.L1, rules.L2, rules.MinLeafWeight, rules.Negligible);
        var parent = rules.ScoreOf(gradient, hessian);
        var bestScore = parent + Math.Max(rules.MinGain, best.Gain);
        var bestBin = -1;
        var bestLeft = 0.0;
        ref var first = ref MemoryMarshal.GetReference(bins);
        for (var bin = 0; bin < bins.Length; bin++)
        {
            var sums = Unsafe.Add(ref first, bin);
            left += sums;
            if (sums[1] <= negligible)
            {
                continue;
            }

            var leftHessian = left[1];
            var rightHessian = hessian - leftHessian;
            if (leftHessian < least)
            {
                continue;
            }

            if (rightHessian < least)
            {
                break;
            }

            // Both quotients over one denominator: a division costs more than the rest.
            var leftSize = Math.Max(Math.Abs(left[0]) - l1, 0);
            var rightSize = Math.Max(Math.Abs(gradient - left[0]) - l1, 0);
            var leftCurvature = leftHessian + l2;
            var rightCurvature = rightHessian + l2;
            var score = ((leftSize * leftSize * rightCurvature) + (rightSize * rightSize * leftCurvature)) / (leftCurvature * rightCurvature);
            if (score > bestScore)
            {
                (bestScore, bestBin, bestLeft) = (score, bin, leftHessian);
            }
        }

        if (bestBin >= 0)
        {
            best = new Split(bestScore - parent, feature, bestBin, hasMissing ? missingLeft : bestLeft >= hessian - bestLeft);
        }
    }

    /// <summary>The same where values are held within bounds and some features to a direction (XGBoost's monotone constraints).</summary>
    private static void FindWithin(
        ReadOnlySpan<Vector128<double>> bins,
        Vector128<double> left,
        bool hasMissing,
        int feature,
        GrowNode node,
        SplitRules rules,
        ref Split best)
    {
        var missingLeft = left[1] > 0;
        var direction = rules.DirectionOf(feature);
        var (gradient, hessian) = (node.Sum[0], node.Sum[1]);
        var parent = rules.ScoreOf(gradient, hessian, rules.ValueOf(gradient, hessian, node.Lower, node.Upper));
        for (var bin = 0; bin < bins.Length; bin++)
        {
            left += bins[bin];
            var leftHessian = left[1];
            var rightHessian = hessian - leftHessian;
            if (bins[bin][1] <= rules.Negligible || leftHessian < rules.MinLeafWeight)
            {
                continue;
            }

            if (rightHessian < rules.MinLeafWeight)
            {
                break;
            }

            var rightGradient = gradient - left[0];
            var leftValue = rules.ValueOf(left[0], leftHessian, node.Lower, node.Upper);
            var rightValue = rules.ValueOf(rightGradient, rightHessian, node.Lower, node.Upper);
            var gain = rules.ScoreOf(left[0], leftHessian, leftValue) + rules.ScoreOf(rightGradient, rightHessian, rightValue) - parent;
            if (direction * (rightValue - leftValue) >= 0 && gain > Math.Max(rules.MinGain, best.Gain))
            {
                best = new Split(gain, feature, bin, hasMissing ? missingLeft : leftHessian >= rightHessian);
            }
        }
    }
}
