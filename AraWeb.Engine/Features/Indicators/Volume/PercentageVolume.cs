using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Percentage volume oscillator.</summary>
internal sealed class PercentageVolume : IIndicator
{
    private static readonly IndicatorParameter Fast = IndicatorParameter.Whole("fast", 12, minimum: 1);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Whole("slow", 26);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 9, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "pvo",
        "Percentage volume oscillator",
        IndicatorFamily.Volume,
        "Distance between a fast and a slow exponential average of the volume, in percent of the slow one.",
        "StockCharts, ChartSchool. Averages begin with simple ones, as in Stock.Indicators. 0 where nothing was traded.",
        [Fast, Slow, Signal],
        [new("pvo", OutputUnit.Scaleless, Minimum: -100), new("signal", OutputUnit.Scaleless, Minimum: -100), new("histogram", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var slow = bars.Volume.Ema(values.Whole(Slow));
        var line = 100 * (bars.Volume.Ema(values.Whole(Fast)) - slow).Over(slow, whenZero: 0);
        var signal = line.Ema(values.Whole(Signal));
        return [line, signal, line - signal];
    }
}
