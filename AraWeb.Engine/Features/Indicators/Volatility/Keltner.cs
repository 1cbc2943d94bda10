using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Keltner channels.</summary>
internal sealed class Keltner : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);
    private static readonly IndicatorParameter Multiplier = IndicatorParameter.Real("multiplier", 2, 0.1, 10);
    private static readonly IndicatorParameter RangePeriod = IndicatorParameter.Whole("atr-period", 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "keltner",
        "Keltner channels",
        IndicatorFamily.Volatility,
        "Exponential average of the close with bands some average true ranges away.",
        "Raschke (1980s) after Keltner (1960): EMA of the close and Wilder ATR, as in Stock.Indicators. Lean takes simple averages and " +
        "the typical price instead.",
        [Period, Multiplier, RangePeriod],
        [
            new("middle", OutputUnit.PriceLevel),
            new("upper", OutputUnit.PriceLevel),
            new("lower", OutputUnit.PriceLevel),
            new("width", OutputUnit.Scaleless, 0),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var middle = bars.Close.Ema(values.Whole(Period));
        var distance = bars.TrueRange.Wilder(values.Whole(RangePeriod)) * values.Real(Multiplier);
        var upper = middle + distance;
        var lower = middle - distance;
        return [middle, upper, lower, (upper - lower) / middle];
    }
}
