using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Evaluation.Overfitting;

/// <summary>What the statistics of Sharpe ratios need to know of a series of returns.</summary>
/// <param name="Sharpe">Mean over standard deviation (n - 1), per period: not annualised.</param>
/// <param name="Skewness">Third standardised moment; 0 for a normal distribution.</param>
/// <param name="Kurtosis">Fourth standardised moment, not in excess: 3 for a normal distribution.</param>
/// <param name="Count">Periods.</param>
public sealed record ReturnMoments(double Sharpe, double Skewness, double Kurtosis, int Count)
{
    /// <summary>The moments of a series.</summary>
    /// <param name="returns">[N] returns over the risk-free rate, one for each period.</param>
    /// <returns>NaN moments with fewer than two returns or where they never differ.</returns>
    /// <exception cref="ArgumentException">A return is not finite.</exception>
    public static ReturnMoments Of(ReadOnlySpan<double> returns)
    {
        Arguments.RequireFinite(returns, nameof(returns));
        var n = returns.Length;
        var mean = SpanMath.Mean(returns);
        var (second, third, fourth) = (0.0, 0.0, 0.0);
        foreach (var value in returns)
        {
            var distance = value - mean;
            var squared = distance * distance;
            second += squared;
            third += squared * distance;
            fourth += squared * squared;
        }

        if (n < 2 || second == 0)
        {
            return new ReturnMoments(double.NaN, double.NaN, double.NaN, n);
        }

        var variance = second / n;
        return new ReturnMoments(
            mean / Math.Sqrt(second / (n - 1)), third / n / (variance * Math.Sqrt(variance)), fourth / n / (variance * variance), n);
    }
}
