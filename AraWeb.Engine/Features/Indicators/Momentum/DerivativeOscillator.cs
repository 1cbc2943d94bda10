using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Derivative oscillator.</summary>
internal sealed class DerivativeOscillator : IIndicator
{
    private static readonly IndicatorParameter RsiPeriod = IndicatorParameter.Whole("rsi", 14, minimum: 1);
    private static readonly IndicatorParameter First = IndicatorParameter.Whole("first", 5, minimum: 1);
    private static readonly IndicatorParameter Second = IndicatorParameter.Whole("second", 3, minimum: 1);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 9);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "derivative",
        "Derivative oscillator",
        IndicatorFamily.Momentum,
        "RSI smoothed twice, less its simple average.",
        "Brown, Technical Analysis for the Trading Professional (1999).",
        [RsiPeriod, First, Second, Signal],
        [new("derivative", OutputUnit.Scaleless, -100, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = Rsi.Of(bars.Close, values.Whole(RsiPeriod)).Ema(values.Whole(First)).Ema(values.Whole(Second));
        return [line - line.Sma(values.Whole(Signal))];
    }
}
