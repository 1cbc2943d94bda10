using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Sharpe ratio.</summary>
internal sealed class Sharpe : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 60);
    private static readonly IndicatorParameter RiskFree = IndicatorParameter.Real("risk-free", 0, -1, 1);
    private static readonly IndicatorParameter PeriodsPerYear = IndicatorParameter.Real("periods-per-year", 252, 1, 1000000);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "sharpe",
        "Sharpe ratio",
        IndicatorFamily.Statistical,
        "Mean return beyond a riskless one over its standard deviation, per year.",
        "Sharpe (1994), deviation of the population of simple returns as in Lean. 0 where the return did not vary.",
        [Period, RiskFree, PeriodsPerYear],
        [new("ratio", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var excess = bars.Close.Return() - values.Real(RiskFree);
        return [excess.Sma(values.Whole(Period)).Over(excess.PopulationDeviation(values.Whole(Period)), whenZero: 0) * Math.Sqrt(values.Real(PeriodsPerYear))];
    }
}
