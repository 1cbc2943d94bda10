using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Levels;

/// <summary>Fractal chaos bands.</summary>
internal sealed class FractalBands : IIndicator
{
    private static readonly IndicatorParameter Wings = IndicatorParameter.Whole("wings", 2, minimum: 1, maximum: 50);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "fractal-bands",
        "Fractal chaos bands",
        IndicatorFamily.Levels,
        "A band between the latest fractal high and low, and where the close stands in it.",
        "Stock.Indicators: strictly beyond the bars of both wings, moved when the right wing is complete; until there is a fractal, the " +
        "extreme so far. The place is 0.5 in a band without width.",
        [Wings],
        [new("upper", OutputUnit.PriceLevel, Minimum: 0), new("lower", OutputUnit.PriceLevel, Minimum: 0), new("place", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var wings = values.Whole(Wings);
        var (upper, lower) = (bars.High.SwingHigh(wings, wings).Latest, bars.Low.SwingLow(wings, wings).Latest);
        return [upper, lower, (bars.Close - lower).Over(upper - lower, whenZero: 0.5)];
    }
}
