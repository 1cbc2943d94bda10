using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Price momentum oscillator.</summary>
internal sealed class PriceMomentumOscillator : IIndicator
{
    private static readonly IndicatorParameter First = IndicatorParameter.Whole("first", 35);
    private static readonly IndicatorParameter Second = IndicatorParameter.Whole("second", 20);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 10, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "pmo",
        "Price momentum oscillator",
        IndicatorFamily.Momentum,
        "Change of the close in percent, smoothed twice, times ten, with its average.",
        "Swenlin (DecisionPoint), StockCharts ChartSchool: factors 2 / length, the signal's 2 / (length + 1).",
        [First, Second, Signal],
        [new("pmo", OutputUnit.Scaleless), new("signal", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var (first, second) = (values.Whole(First), values.Whole(Second));
        var line = (RateOfChange.Of(bars.Close, 1).Smooth(2.0 / first, first) * 10).Smooth(2.0 / second, second);
        return [line, line.Ema(values.Whole(Signal))];
    }
}
