using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Indicators.Volatility;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Sortino ratio.</summary>
internal sealed class Sortino : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 60, minimum: 1);
    private static readonly IndicatorParameter Target = IndicatorParameter.Real("target", 0, -1, 1);
    private static readonly IndicatorParameter PeriodsPerYear = IndicatorParameter.Real("periods-per-year", 252, 1, 1000000);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "sortino",
        "Sortino ratio",
        IndicatorFamily.Statistical,
        "Mean return beyond a target over the downside deviation, per year.",
        "Sortino and van der Meer (1991), simple returns, target per bar, as in Lean. 0 where no return was below the target.",
        [Period, Target, PeriodsPerYear],
        [new("ratio", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var (period, target) = (values.Whole(Period), values.Real(Target));
        var downside = DownsideDeviation.Of(bars.Close, period, target).Sqrt();
        return [(bars.Close.Return() - target).Sma(period).Over(downside, whenZero: 0) * Math.Sqrt(values.Real(PeriodsPerYear))];
    }
}
