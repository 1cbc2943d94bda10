using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Beta and alpha.</summary>
internal sealed class Beta : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 50);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "beta",
        "Beta and alpha",
        IndicatorFamily.Statistical,
        "Move of the close for a move of the benchmark: in all bars, and where the benchmark rose or fell; and the return beyond it.",
        "Sharpe (1964): covariance over variance of the simple returns, as in Stock.Indicators and Lean; alpha per bar without an " +
        "interest rate. Unknown where the benchmark did not move.",
        [Period],
        [
            new("beta", OutputUnit.Scaleless),
            new("alpha", OutputUnit.Scaleless),
            new("up-beta", OutputUnit.Scaleless),
            new("down-beta", OutputUnit.Scaleless),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var (own, market) = (bars.Close.Return(), bars.Benchmark.Return());
        var beta = own.Covariance(market, period) / market.PopulationVariance(period);
        return
        [
            beta,
            own.Sma(period) - (beta * market.Sma(period)),
            own.Window(market, period, new PartBetaWindow(Sign: 1)),
            own.Window(market, period, new PartBetaWindow(Sign: -1)),
        ];
    }

    // Beta over the bars in which the benchmark moved to one side; unknown where it did so less than twice.
    private readonly record struct PartBetaWindow(int Sign) : IPairWindow
    {
        public double Over(ReadOnlySpan<double> first, ReadOnlySpan<double> second)
        {
            Span<double> own = stackalloc double[first.Length];
            Span<double> market = stackalloc double[first.Length];
            var count = 0;
            for (var i = 0; i < second.Length; i++)
            {
                (own[count], market[count]) = (first[i], second[i]);
                count += second[i] * Sign > 0 ? 1 : 0;
            }

            var (meanOwn, meanMarket) = (SpanMath.Mean(own[..count]), SpanMath.Mean(market[..count]));
            var spread = SpanMath.SumOfSquares(market[..count], meanMarket);
            return spread > 0 ? SpanMath.SumOfProducts(own[..count], meanOwn, market[..count], meanMarket) / spread : double.NaN;
        }
    }
}
