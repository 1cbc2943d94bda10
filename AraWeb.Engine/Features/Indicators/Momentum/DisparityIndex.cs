using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Disparity index.</summary>
internal sealed class DisparityIndex : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "disparity",
        "Disparity index",
        IndicatorFamily.Momentum,
        "Distance of the close from its simple average, in percent of the average.",
        "Nison, Beyond Candlesticks (1994).",
        [Period],
        [new("disparity", OutputUnit.Scaleless, Minimum: -100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var average = bars.Close.Sma(values.Whole(Period));
        return [100 * ((bars.Close - average) / average)];
    }
}
