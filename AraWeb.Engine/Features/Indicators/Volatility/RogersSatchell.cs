using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Rogers-Satchell volatility.</summary>
internal sealed class RogersSatchell : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);
    private static readonly IndicatorParameter PeriodsPerYear = IndicatorParameter.Real("periods-per-year", 252, 1, 1000000);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "rogers-satchell",
        "Rogers-Satchell volatility",
        IndicatorFamily.Volatility,
        "Volatility per year from all four prices of the bars, whatever the drift is.",
        "Rogers and Satchell (1991): mean of ln(high / close) ln(high / open) + ln(low / close) ln(low / open), annualised.",
        [Period, PeriodsPerYear],
        [new("volatility", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [Variance(bars, values.Whole(Period)).Annualised(values.Real(PeriodsPerYear))];

    /// <summary>The variance per bar.</summary>
    internal static Column Variance(BarInputs bars, int period)
    {
        var (open, high, low, close) = (bars.Open.Log(), bars.High.Log(), bars.Low.Log(), bars.Close.Log());
        return (((high - close) * (high - open)) + ((low - close) * (low - open))).Sma(period);
    }
}
