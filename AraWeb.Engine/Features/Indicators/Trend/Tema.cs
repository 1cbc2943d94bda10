using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Triple exponential moving average.</summary>
internal sealed class Tema : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "tema",
        "Triple exponential moving average",
        IndicatorFamily.Trend,
        "Exponential average with the lag of its own smoothing taken out twice.",
        "Mulloy (1994): 3 E - 3 E(E) + E(E(E)). E begins with the simple average, the others with its first value, as in Stock.Indicators; " +
        "Lean gives each its own simple average first, which dies out.",
        [Period],
        [new("tema", OutputUnit.PriceLevel)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var once = bars.Close.Ema(length);
        var twice = once.EmaFromFirst(length);
        return [(once * 3) - (twice * 3) + twice.EmaFromFirst(length)];
    }
}
