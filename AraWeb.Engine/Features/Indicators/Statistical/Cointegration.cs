using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Windows;

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
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        bars.Close.Log().Windows(bars.Benchmark.Log(), values.Whole(Period), default(CointegrationWindows));
}
