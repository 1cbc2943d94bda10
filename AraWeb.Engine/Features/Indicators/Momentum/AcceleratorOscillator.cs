using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Accelerator oscillator.</summary>
internal sealed class AcceleratorOscillator : IIndicator
{
    private static readonly IndicatorParameter Fast = IndicatorParameter.Whole("fast", 5, minimum: 1);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Whole("slow", 34);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 5);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "accelerator",
        "Accelerator oscillator",
        IndicatorFamily.Momentum,
        "The awesome oscillator less its own average.",
        "Williams, New Trading Dimensions (1998).",
        [Fast, Slow, Signal],
        [new("accelerator", OutputUnit.Price)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = AwesomeOscillator.Of(bars, values.Whole(Fast), values.Whole(Slow));
        return [line - line.Sma(values.Whole(Signal))];
    }
}
