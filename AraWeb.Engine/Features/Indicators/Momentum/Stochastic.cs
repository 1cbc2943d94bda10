using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Slow stochastic oscillator.</summary>
internal sealed class Stochastic : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);
    private static readonly IndicatorParameter Smooth = IndicatorParameter.Whole("smooth", 3, minimum: 1);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 3, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "stochastic",
        "Stochastic oscillator",
        IndicatorFamily.Momentum,
        "Place of the close between the extremes of a window, smoothed, with its average and the distance of the two.",
        "Lane (1984); smooth 1 gives the fast form. J = 3 K - 2 D. 50 where the window has no range.",
        [Period, Smooth, Signal],
        [new("k", OutputUnit.Scaleless, 0, 100), new("d", OutputUnit.Scaleless, 0, 100), new("j", OutputUnit.Scaleless, -200, 300)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var k = Place(bars.Close, bars.High, bars.Low, values.Whole(Period)).Sma(values.Whole(Smooth));
        var d = k.Sma(values.Whole(Signal));
        return [k, d, (k * 3) - (d * 2)];
    }

    /// <summary>Place of a column between the lowest low and the highest high, in percent.</summary>
    internal static Column Place(Column source, Column high, Column low, int period)
    {
        var lowest = low.Lowest(period);
        return 100 * (source - lowest).Over(high.Highest(period) - lowest, whenZero: 0.5);
    }
}
