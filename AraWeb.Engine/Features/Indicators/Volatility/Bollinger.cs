using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Bollinger bands.</summary>
internal sealed class Bollinger : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);
    private static readonly IndicatorParameter Multiplier = IndicatorParameter.Real("multiplier", 2, 0.1, 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "bollinger",
        "Bollinger bands",
        IndicatorFamily.Volatility,
        "Average of the close with bands some standard deviations away, and where the close stands between them.",
        "Bollinger, Bollinger on Bollinger Bands (2001), deviation of the population. With no width, %B is 0.5 and the z-score 0.",
        [Period, Multiplier],
        [
            new("middle", OutputUnit.PriceLevel),
            new("upper", OutputUnit.PriceLevel),
            new("lower", OutputUnit.PriceLevel),
            new("percent-b", OutputUnit.Scaleless),
            new("width", OutputUnit.Scaleless, 0),
            new("z-score", OutputUnit.Scaleless),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var multiplier = values.Real(Multiplier);
        var middle = bars.Close.Sma(period);
        var deviation = bars.Close.PopulationDeviation(period);
        var upper = middle + (deviation * multiplier);
        var lower = middle - (deviation * multiplier);
        var width = upper - lower;
        return
        [
            middle,
            upper,
            lower,
            (bars.Close - lower).Over(width, whenZero: 0.5),
            width / middle,
            (bars.Close - middle).Over(deviation, whenZero: 0),
        ];
    }
}
