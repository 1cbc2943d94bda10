using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Know sure thing.</summary>
internal sealed class Kst : IIndicator
{
    private static readonly IndicatorParameter Roc1 = IndicatorParameter.Whole("roc1", 10, minimum: 1);
    private static readonly IndicatorParameter Roc2 = IndicatorParameter.Whole("roc2", 15, minimum: 1);
    private static readonly IndicatorParameter Roc3 = IndicatorParameter.Whole("roc3", 20, minimum: 1);
    private static readonly IndicatorParameter Roc4 = IndicatorParameter.Whole("roc4", 30, minimum: 1);
    private static readonly IndicatorParameter Sma1 = IndicatorParameter.Whole("sma1", 10, minimum: 1, maximum: 100);
    private static readonly IndicatorParameter Sma2 = IndicatorParameter.Whole("sma2", 10, minimum: 1, maximum: 100);
    private static readonly IndicatorParameter Sma3 = IndicatorParameter.Whole("sma3", 10, minimum: 1, maximum: 100);
    private static readonly IndicatorParameter Sma4 = IndicatorParameter.Whole("sma4", 15, minimum: 1, maximum: 100);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 9, minimum: 1, maximum: 100);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "kst",
        "Know sure thing",
        IndicatorFamily.Trend,
        "Weighted sum of four averaged rates of change, from fast to slow, with its own average as signal.",
        "Pring (1992): weights 1, 2, 3, 4 and simple averages, in percent.",
        [Roc1, Roc2, Roc3, Roc4, Sma1, Sma2, Sma3, Sma4, Signal],
        [new("kst", OutputUnit.Scaleless), new("signal", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = Rate(bars, values.Whole(Roc1), values.Whole(Sma1))
            + (Rate(bars, values.Whole(Roc2), values.Whole(Sma2)) * 2)
            + (Rate(bars, values.Whole(Roc3), values.Whole(Sma3)) * 3)
            + (Rate(bars, values.Whole(Roc4), values.Whole(Sma4)) * 4);
        return [line, line.Sma(values.Whole(Signal))];
    }

    private static Column Rate(BarInputs bars, int distance, int length) => (((bars.Close / bars.Close.Shift(distance)) - 1) * 100).Sma(length);
}
