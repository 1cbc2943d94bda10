using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Variance ratio.</summary>
internal sealed class VarianceRatio : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 100, minimum: 40);
    private static readonly IndicatorParameter Lag = IndicatorParameter.Whole("lag", 4, maximum: 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "variance-ratio",
        "Variance ratio",
        IndicatorFamily.Statistical,
        "Variance of longer returns against that of single bars: above 1 for trends, below for reversals; with its z statistic.",
        "Lo and MacKinlay (1988): overlapping log returns, unbiased variances, z robust to changing volatility. 1 and 0 where nothing moved.",
        [Period, Lag],
        [new("ratio", OutputUnit.Scaleless, 0), new("z", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var (period, lag) = (values.Whole(Period), values.Whole(Lag));
        var price = bars.Close.Log();
        var ratio = price.Window(period + 1, new VarianceRatioWindow(lag));
        return [ratio, (ratio - 1) * Math.Sqrt(period) * price.Window(period + 1, new RobustPrecisionWindow(lag))];
    }

    private readonly record struct VarianceRatioWindow(int Lag) : IWindow
    {
        public double Over(ReadOnlySpan<double> window)
        {
            var bars = window.Length - 1;
            var mean = (window[^1] - window[0]) / bars;
            Span<double> moves = stackalloc double[bars];
            for (var i = 0; i < bars; i++)
            {
                moves[i] = window[i + 1] - window[i];
            }

            var single = SpanMath.SumOfSquares(moves, mean) / (bars - 1);
            var count = bars - Lag + 1;
            for (var i = 0; i < count; i++)
            {
                moves[i] = window[i + Lag] - window[i];
            }

            var freedom = (double)Lag * count * (1 - ((double)Lag / bars));
            return single > 0 ? SpanMath.SumOfSquares(moves[..count], Lag * mean) / freedom / single : 1;
        }
    }

    // One over the standard error of the ratio times the root of the bars.
    private readonly record struct RobustPrecisionWindow(int Lag) : IWindow
    {
        public double Over(ReadOnlySpan<double> window)
        {
            var bars = window.Length - 1;
            var mean = (window[^1] - window[0]) / bars;
            Span<double> squares = stackalloc double[bars];
            for (var i = 0; i < bars; i++)
            {
                var move = window[i + 1] - window[i] - mean;
                squares[i] = move * move;
            }

            var total = SpanMath.Sum(squares);
            var sum = 0.0;
            for (var lag = 1; lag < Lag; lag++)
            {
                var weight = 2.0 * (Lag - lag) / Lag;
                sum += weight * weight * SpanMath.Dot(squares[lag..], squares[..^lag]);
            }

            return sum > 0 ? total / Math.Sqrt(bars * sum) : 0;
        }
    }
}
