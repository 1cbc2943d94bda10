using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Fast stochastic oscillator.</summary>
internal sealed class StochasticFast : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 3, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "stochastic-fast",
        "Fast stochastic",
        IndicatorFamily.Momentum,
        "Place of the close between the extremes of a window, not smoothed, with its average.",
        "Lane (1984). 50 where the window has no range.",
        [Period, Signal],
        [new("k", OutputUnit.Scaleless, 0, 100), new("d", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var k = Stochastic.Place(bars.Close, bars.High, bars.Low, values.Whole(Period));
        return [k, k.Sma(values.Whole(Signal))];
    }
}
