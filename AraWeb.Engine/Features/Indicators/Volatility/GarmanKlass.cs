using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Garman-Klass volatility.</summary>
internal sealed class GarmanKlass : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);
    private static readonly IndicatorParameter PeriodsPerYear = IndicatorParameter.Real("periods-per-year", 252, 1, 1000000);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "garman-klass",
        "Garman-Klass volatility",
        IndicatorFamily.Volatility,
        "Volatility per year from all four prices of the bars, for a price without drift.",
        "Garman and Klass (1980): mean of ln(high / low)^2 / 2 - (2 ln 2 - 1) ln(close / open)^2, annualised.",
        [Period, PeriodsPerYear],
        [new("volatility", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var range = bars.High.Log() - bars.Low.Log();
        var body = bars.Close.Log() - bars.Open.Log();
        var variance = (range.Square() / 2) - (body.Square() * ((2 * Math.Log(2)) - 1));
        return [variance.Sma(values.Whole(Period)).Annualised(values.Real(PeriodsPerYear))];
    }
}
