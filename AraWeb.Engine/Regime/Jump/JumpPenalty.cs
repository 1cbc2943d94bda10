namespace AraWeb.Engine.Regime.Jump;

/// <summary>
/// What a change of state should cost when nothing is known of the outcome. The loss of a row is half a squared distance summed over features, so it grows
/// with their number and the squares of their weights, and so must the penalty; it does not depend on the number of rows. The published default is 50 for
/// nine features of daily returns and two states (the example of Shu's jump-models package).
/// </summary>
public static class JumpPenalty
{
    private const double Published = 50;
    private const int PublishedFeatures = 9;

    /// <summary>The published penalty for features of weight 1.</summary>
    public static double For(int features) => Published * features / PublishedFeatures;

    /// <summary>The published penalty for features of other weights: each counts as the square of its weight.</summary>
    public static double For(ReadOnlySpan<double> weights) => Published * Numerics.SpanMath.SumOfSquares(weights, 0) / PublishedFeatures;
}
