using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Percentage price oscillator.</summary>
internal sealed class Ppo : IIndicator
{
    private static readonly IndicatorParameter Fast = IndicatorParameter.Whole("fast", 12, minimum: 1);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Whole("slow", 26);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 9, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "ppo",
        "Percentage price oscillator",
        IndicatorFamily.Trend,
        "Distance between a fast and a slow exponential average in percent of the slow one, with its own average as signal.",
        "Appel; exponential averages as at StockCharts, begun with simple ones as in our MACD. The StockCharts sheet and Tulip begin with " +
        "the first close, Lean takes simple averages throughout.",
        [Fast, Slow, Signal],
        [new("ppo", OutputUnit.Scaleless), new("signal", OutputUnit.Scaleless), new("histogram", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var slow = bars.Close.Ema(values.Whole(Slow));
        var line = (bars.Close.Ema(values.Whole(Fast)) - slow) / slow * 100;
        var signal = line.Ema(values.Whole(Signal));
        return [line, signal, line - signal];
    }
}
