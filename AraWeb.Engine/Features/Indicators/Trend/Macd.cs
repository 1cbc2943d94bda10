using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Moving average convergence divergence.</summary>
internal sealed class Macd : IIndicator
{
    private static readonly IndicatorParameter Fast = IndicatorParameter.Whole("fast", 12);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Whole("slow", 26);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 9, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "macd",
        "MACD",
        IndicatorFamily.Trend,
        "Distance between a fast and a slow exponential average, with its own average as signal.",
        "Appel (1979). Averages begin with simple ones, as in Stock.Indicators.",
        [Fast, Slow, Signal],
        [new("macd", OutputUnit.Price), new("signal", OutputUnit.Price), new("histogram", OutputUnit.Price)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = bars.Close.Ema(values.Whole(Fast)) - bars.Close.Ema(values.Whole(Slow));
        var signal = line.Ema(values.Whole(Signal));
        return [line, signal, line - signal];
    }
}
