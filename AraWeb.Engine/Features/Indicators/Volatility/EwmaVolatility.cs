using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Exponentially weighted volatility.</summary>
internal sealed class EwmaVolatility : IIndicator
{
    private static readonly IndicatorParameter Lambda = IndicatorParameter.Real("lambda", 0.94, 0.5, 0.999);
    private static readonly IndicatorParameter PeriodsPerYear = IndicatorParameter.Real("periods-per-year", 252, 1, 1000000);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "ewma-volatility",
        "Exponentially weighted volatility",
        IndicatorFamily.Volatility,
        "Volatility per year in which newer moves weigh more.",
        "RiskMetrics Technical Document (1996): variance = lambda variance + (1 - lambda) r^2 with log returns, begun with the mean of " +
        "the first 1 / (1 - lambda) squares.",
        [Lambda, PeriodsPerYear],
        [new("volatility", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var newest = 1 - values.Real(Lambda);
        return [bars.LogReturn.Square().Smooth(newest, (int)Math.Round(1 / newest)).Annualised(values.Real(PeriodsPerYear))];
    }
}
