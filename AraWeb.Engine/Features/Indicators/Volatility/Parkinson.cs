using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Parkinson volatility.</summary>
internal sealed class Parkinson : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);
    private static readonly IndicatorParameter PeriodsPerYear = IndicatorParameter.Real("periods-per-year", 252, 1, 1000000);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "parkinson",
        "Parkinson volatility",
        IndicatorFamily.Volatility,
        "Volatility per year from the highs and lows.",
        "Parkinson (1980): mean of ln(high / low)^2 / (4 ln 2), annualised.",
        [Period, PeriodsPerYear],
        [new("volatility", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var range = bars.High.Log() - bars.Low.Log();
        return [(range.Square().Sma(values.Whole(Period)) / (4 * Math.Log(2))).Annualised(values.Real(PeriodsPerYear))];
    }
}
