using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>
/// Augmented Dickey-Fuller statistic with one lagged difference: t-value of the level in the regression of the differences on it. Dickey and Fuller (1979).
/// </summary>
internal static class DickeyFuller
{
    /// <summary>The statistic; NaN where the regression has no unique or a perfect solution.</summary>
    /// <param name="levels">The series, six values at least.</param>
    /// <param name="changes">[levels - 1] room for the differences.</param>
    /// <param name="hasConstant">Whether the regression has a constant.</param>
    public static double Statistic(ReadOnlySpan<double> levels, Span<double> changes, bool hasConstant)
    {
        for (var i = 0; i < changes.Length; i++)
        {
            changes[i] = levels[i + 1] - levels[i];
        }

        ReadOnlySpan<double> target = changes[1..];
        ReadOnlySpan<double> lagged = changes[..^1];
        var level = levels[1..^1];
        var (meanTarget, meanLagged, meanLevel) = hasConstant ? (SpanMath.Mean(target), SpanMath.Mean(lagged), SpanMath.Mean(level)) : (0, 0, 0);
        var levelLevel = SpanMath.SumOfSquares(level, meanLevel);
        var laggedLagged = SpanMath.SumOfSquares(lagged, meanLagged);
        var levelLagged = SpanMath.SumOfProducts(level, meanLevel, lagged, meanLagged);
        var levelTarget = SpanMath.SumOfProducts(level, meanLevel, target, meanTarget);
        var laggedTarget = SpanMath.SumOfProducts(lagged, meanLagged, target, meanTarget);
        var determinant = (levelLevel * laggedLagged) - (levelLagged * levelLagged);
        if (!(determinant > 0))
        {
            return double.NaN;
        }

        var slope = ((levelTarget * laggedLagged) - (laggedTarget * levelLagged)) / determinant;
        var other = ((laggedTarget * levelLevel) - (levelTarget * levelLagged)) / determinant;
        var residual = SpanMath.SumOfSquares(target, meanTarget) - (slope * levelTarget) - (other * laggedTarget);
        var degrees = target.Length - (hasConstant ? 3 : 2);
        return residual > 0 ? slope / Math.Sqrt(residual / degrees * laggedLagged / determinant) : double.NaN;
    }
}
