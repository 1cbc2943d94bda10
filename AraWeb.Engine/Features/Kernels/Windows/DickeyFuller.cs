using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>
/// Augmented Dickey-Fuller statistic with one lagged difference: t-value of the level in the regression of the differences on it. Dickey and Fuller (1979).
/// </summary>
internal static class DickeyFuller
{
    /// <summary>The statistic; NaN where the regression has no unique or a perfect solution.</summary>
    /// <param name="levels">The series, six values at least.</param>
    /// <param name="hasConstant">Whether the regression has a constant.</param>
    public static double Statistic(ReadOnlySpan<double> levels, bool hasConstant)
    {
        // Differences sum up to the distance of their ends.
        var count = levels.Length - 2;
        var (levelMean, laggedMean, targetMean) = hasConstant
            ? (SpanMath.Mean(levels[1..^1]), (levels[^2] - levels[0]) / count, (levels[^1] - levels[1]) / count)
            : (0.0, 0.0, 0.0);
        var (levelShift, laggedShift, targetShift) = (Vector256.Create(levelMean), Vector256.Create(laggedMean), Vector256.Create(targetMean));
        var (levelLevel, laggedLagged, levelLagged) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var (levelTarget, laggedTarget, targetTarget) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        ref var start = ref MemoryMarshal.GetReference(levels);
        var i = 0;
        for (; i <= count - 4; i += 4)
        {
            var before = Vector256.LoadUnsafe(ref start, (nuint)i);
            var middle = Vector256.LoadUnsafe(ref start, (nuint)(i + 1));
            var target = Vector256.LoadUnsafe(ref start, (nuint)(i + 2)) - middle - targetShift;
            var lagged = middle - before - laggedShift;
            var level = middle - levelShift;
            levelLevel += level * level;
            laggedLagged += lagged * lagged;
            levelLagged += level * lagged;
            levelTarget += level * target;
            laggedTarget += lagged * target;
            targetTarget += target * target;
        }

        var sums = new Sums(
            Lanes.Fold(levelLevel), Lanes.Fold(laggedLagged), Lanes.Fold(levelLagged),
            Lanes.Fold(levelTarget), Lanes.Fold(laggedTarget), Lanes.Fold(targetTarget));
        for (; i < count; i++)
        {
            sums = sums.With(levels[i + 1] - levelMean, levels[i + 1] - levels[i] - laggedMean, levels[i + 2] - levels[i + 1] - targetMean);
        }

        return sums.Statistic(count - (hasConstant ? 3 : 2));
    }

    // Sums of products of the level, the lagged difference and the difference to be explained.
    private readonly record struct Sums(
        double LevelLevel, double LaggedLagged, double LevelLagged, double LevelTarget, double LaggedTarget, double TargetTarget)
    {
        public Sums With(double level, double lagged, double target) => new(
            LevelLevel + (level * level), LaggedLagged + (lagged * lagged), LevelLagged + (level * lagged),
            LevelTarget + (level * target), LaggedTarget + (lagged * target), TargetTarget + (target * target));

        public double Statistic(int degrees)
        {
            var determinant = (LevelLevel * LaggedLagged) - (LevelLagged * LevelLagged);
            if (!(determinant > 0))
            {
                return double.NaN;
            }

            var slope = ((LevelTarget * LaggedLagged) - (LaggedTarget * LevelLagged)) / determinant;
            var other = ((LaggedTarget * LevelLevel) - (LevelTarget * LevelLagged)) / determinant;
            var residual = TargetTarget - (slope * LevelTarget) - (other * LaggedTarget);
            return residual > 0 ? slope / Math.Sqrt(residual / degrees * LaggedLagged / determinant) : double.NaN;
        }
    }
}
