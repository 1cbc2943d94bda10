using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Windows;

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
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        bars.Close.Return().Windows(bars.Benchmark.Return(), values.Whole(Period), default(BetaWindows));
}
