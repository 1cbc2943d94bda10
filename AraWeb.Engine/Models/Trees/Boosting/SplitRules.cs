using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Trees.Boosting;

/// <summary>
/// What a node is worth by its derivatives. With sums G and H, value w minimises G w + (H + l2) w^2 / 2 + l1 |w|, so w = -T(G) / (H + l2) with T the soft
/// threshold, and the score T(G)^2 / (H + l2) is twice what it takes off the loss (Chen and Guestrin 2016, equations 5 to 7).
/// </summary>
/// <param name="L2">Added to H.</param>
/// <param name="L1">Taken from the size of G.</param>
/// <param name="MinGain">A split must gain more.</param>
/// <param name="MinLeafWeight">Least H of a child.</param>
/// <param name="Negligible">A bin with no more H than this holds no rows, only what rounding left.</param>
/// <param name="Monotone">[F] directions, or empty when all features are free.</param>
internal sealed record SplitRules(double L2, double L1, double MinGain, double MinLeafWeight, double Negligible, int[] Monotone)
{
    /// <summary>Rounding of sums that were taken from each other, as a share of the whole: some thousand times a double's precision.</summary>
    private const double RoundingShare = 1e-12;

    /// <summary>A gain of less than this share of all squared error there is could be rounding.</summary>
    private const double GainShare = 1e-11;

    /// <summary>Makes the rules for a tree.</summary>
    /// <param name="settings">What was asked for.</param>
    /// <param name="root">Derivatives of the rows that the tree grows on.</param>
    public static SplitRules For(BoostingSettings settings, ReadOnlySpan<Vector128<double>> root)
    {
        var weight = 0.0;
        var energy = 0.0;
        foreach (var pair in root)
        {
            weight += pair[1];
            energy += pair[1] > 0 ? pair[0] * pair[0] / pair[1] : 0;
        }

        var negligible = RoundingShare * weight;
        return new SplitRules(
            settings.L2,
            settings.L1,
            Math.Max(settings.MinGain, GainShare * energy),
            Math.Max(settings.MinLeafWeight, 2 * negligible),
            negligible,
            [.. settings.Monotone]);
    }

    /// <summary>Whether some feature is held to a direction.</summary>
    public bool IsConstrained => Monotone.Length > 0;

    /// <summary>The direction of a feature.</summary>
    public int DirectionOf(int feature) => IsConstrained ? Monotone[feature] : 0;

    /// <summary>The best value of a leaf within bounds, before the learning rate.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ValueOf(double gradient, double hessian, double lower, double upper)
    {
        var curvature = hessian + L2;
        var value = curvature > 0 ? -Math.CopySign(Math.Max(Math.Abs(gradient) - L1, 0), gradient) / curvature : 0;
        return Math.Min(Math.Max(value, lower), upper);
    }

    /// <summary>The score of a node with its best value.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public double ScoreOf(double gradient, double hessian)
    {
        var size = Math.Max(Math.Abs(gradient) - L1, 0);
        var curvature = hessian + L2;
        return curvature > 0 ? size * size / curvature : 0;
    }

    /// <summary>The score of a node with a given value.</summary>
    public double ScoreOf(double gradient, double hessian, double value) =>
        -((2 * gradient * value) + ((hessian + L2) * value * value) + (2 * L1 * Math.Abs(value)));
}
