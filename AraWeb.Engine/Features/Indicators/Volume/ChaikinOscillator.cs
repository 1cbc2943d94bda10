using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Chaikin oscillator.</summary>
internal sealed class ChaikinOscillator : IIndicator
{
    private static readonly IndicatorParameter Fast = IndicatorParameter.Whole("fast", 3, minimum: 1);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Whole("slow", 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "chaikin-oscillator",
        "Chaikin oscillator",
        IndicatorFamily.Volume,
        "Distance between a fast and a slow exponential average of the accumulation/distribution line.",
        "Chaikin; StockCharts, ChartSchool. Averages begin with simple ones, as in Stock.Indicators.",
        [Fast, Slow],
        [new("oscillator", OutputUnit.Volume)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = AccumulationDistribution.Of(bars);
        return [line.Ema(values.Whole(Fast)) - line.Ema(values.Whole(Slow))];
    }
}
