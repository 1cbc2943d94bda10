using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Williams %R.</summary>
internal sealed class WilliamsR : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "williams-r",
        "Williams %R",
        IndicatorFamily.Momentum,
        "Distance of the close from the highest high of a window, in percent of its range, as a negative number.",
        "Williams, How I Made One Million Dollars (1973). -50 where the window has no range.",
        [Period],
        [new("williams-r", OutputUnit.Scaleless, -100, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [Stochastic.Place(bars.Close, bars.High, bars.Low, values.Whole(Period)) - 100];
}
