using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>STARC bands.</summary>
internal sealed class Starc : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 5, minimum: 1);
    private static readonly IndicatorParameter Multiplier = IndicatorParameter.Real("multiplier", 2, 0.1, 10);
    private static readonly IndicatorParameter RangePeriod = IndicatorParameter.Whole("atr-period", 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "starc",
        "STARC bands",
        IndicatorFamily.Volatility,
        "Short average of the close with bands some average true ranges away.",
        "Stoller's Average Range Channel (1980s), as in Stock.Indicators.",
        [Period, Multiplier, RangePeriod],
        [
            new("middle", OutputUnit.PriceLevel),
            new("upper", OutputUnit.PriceLevel),
            new("lower", OutputUnit.PriceLevel),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var middle = bars.Close.Sma(values.Whole(Period));
        var distance = bars.TrueRange.Wilder(values.Whole(RangePeriod)) * values.Real(Multiplier);
        return [middle, middle + distance, middle - distance];
    }
}
