using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Double exponential moving average.</summary>
internal sealed class Dema : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "dema",
        "Double exponential moving average",
        IndicatorFamily.Trend,
        "Exponential average with the lag of its own smoothing taken out once.",
        "Mulloy (1994): 2 E - E(E). E begins with the simple average, E(E) with the first E, as in Stock.Indicators; Tulip and Lean begin " +
        "otherwise, which dies out.",
        [Period],
        [new("dema", OutputUnit.PriceLevel)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var once = bars.Close.Ema(length);
        return [(once * 2) - once.EmaFromFirst(length)];
    }
}
