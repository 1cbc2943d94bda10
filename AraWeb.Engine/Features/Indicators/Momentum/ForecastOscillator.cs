using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Chande forecast oscillator.</summary>
internal sealed class ForecastOscillator : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "cfo",
        "Chande forecast oscillator",
        IndicatorFamily.Momentum,
        "Distance of the close from the forecast that the line through the bars before it made, in percent of the close.",
        "Chande and Kroll, The New Technical Trader (1994); Achelis (2001), page 147: the forecast of the bar before.",
        [Period],
        [new("cfo", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var forecast = (bars.Close.LineEnd(period) + bars.Close.Slope(period)).Shift(1);
        return [100 * ((bars.Close - forecast) / bars.Close)];
    }
}
