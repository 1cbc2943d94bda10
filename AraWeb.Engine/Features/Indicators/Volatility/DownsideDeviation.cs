using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Downside deviation.</summary>
internal sealed class DownsideDeviation : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);
    private static readonly IndicatorParameter Target = IndicatorParameter.Real("target", 0, -1, 1);
    private static readonly IndicatorParameter PeriodsPerYear = IndicatorParameter.Real("periods-per-year", 252, 1, 1000000);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "downside-deviation",
        "Downside deviation",
        IndicatorFamily.Volatility,
        "Size per year of the returns below a target.",
        "Sortino and van der Meer (1991): root of the mean of min(return - target, 0)^2 over all bars, annualised; simple returns, " +
        "target per bar.",
        [Period, Target, PeriodsPerYear],
        [new("deviation", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [Of(bars.Close, values.Whole(Period), values.Real(Target)).Annualised(values.Real(PeriodsPerYear))];

    /// <summary>Mean square of the returns below a target, per bar.</summary>
    internal static Column Of(Column price, int period, double target) => (price.Return() - target).AtMost(0).Square().Sma(period);
}
