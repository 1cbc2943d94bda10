using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Features.Kernels.Windows;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Cointegration with the benchmark.</summary>
internal sealed class Cointegration : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 100, minimum: 12);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "cointegration",
        "Cointegration with the benchmark",
        IndicatorFamily.Statistical,
        "Whether a fixed mixture of the log closes of the two returns to a mean: hedge ratio, its distance from the mean, and a " +
        "statistic that is low if it does.",
        "Engle and Granger (1987): least squares of the log closes, then Dickey-Fuller with one lag and no constant on the residual " +
        "(statsmodels coint, maxlag 1, autolag None). Unknown where the benchmark did not move.",
        [Period],
        [
            new("hedge-ratio", OutputUnit.Scaleless),
            new("spread-z", OutputUnit.Scaleless),
            new("statistic", OutputUnit.Scaleless),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var (own, other) = (bars.Close.Log(), bars.Benchmark.Log());
        var hedge = own.Covariance(other, period) / other.PopulationVariance(period);
        return [hedge, own.Window(other, period, default(SpreadWindow)), own.Window(other, period, default(StatisticWindow))];
    }

    // Residuals of the least-squares line of the first on the second; false where the second does not vary.
    private static bool Fit(ReadOnlySpan<double> own, ReadOnlySpan<double> other, Span<double> residuals)
    {
        var (meanOwn, meanOther) = (SpanMath.Mean(own), SpanMath.Mean(other));
        var spread = SpanMath.SumOfSquares(other, meanOther);
        if (!(spread > 0))
        {
            return false;
        }

        var slope = SpanMath.SumOfProducts(own, meanOwn, other, meanOther) / spread;
        for (var i = 0; i < residuals.Length; i++)
        {
            residuals[i] = own[i] - meanOwn - (slope * (other[i] - meanOther));
        }

        return true;
    }

    // Newest residual over the deviation of all; 0 where the line is perfect.
    private readonly record struct SpreadWindow : IPairWindow
    {
        public double Over(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
        {
            Span<double> residuals = stackalloc double[first.Length];
            if (!Fit(first, second, residuals))
            {
                return double.NaN;
            }

            var squares = SpanMath.SumOfSquares(residuals, 0);
            return squares > 0 ? residuals[^1] / Math.Sqrt(squares / residuals.Length) : 0;
        }
    }

    private readonly record struct StatisticWindow : IPairWindow
    {
        public double Over(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
        {
            Span<double> residuals = stackalloc double[first.Length];
            return Fit(first, second, residuals) ? DickeyFuller.Statistic(residuals, stackalloc double[first.Length - 1], hasConstant: false) : double.NaN;
        }
    }
}
