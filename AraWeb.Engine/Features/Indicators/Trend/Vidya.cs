using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Variable index dynamic average.</summary>
internal sealed class Vidya : IIndicator
{
    private static readonly IndicatorParameter Short = IndicatorParameter.Whole("short", 9);
    private static readonly IndicatorParameter Long = IndicatorParameter.Whole("long", 30);
    private static readonly IndicatorParameter Alpha = IndicatorParameter.Real("alpha", 0.2, 0.01, 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "vidya",
        "Variable index dynamic average",
        IndicatorFamily.Trend,
        "Exponential average whose factor grows with the short-term volatility against the long-term one.",
        "Chande (1992): factor alpha times short over long standard deviation of closes, at most 1; begins with the close before the first " +
        "value. His later form with the momentum oscillator is vma. 0 where nothing moved.",
        [Short, Long, Alpha],
        [new("vidya", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var index = bars.Close.PopulationDeviation(values.Whole(Short)).Over(bars.Close.PopulationDeviation(values.Whole(Long)), whenZero: 0);
        return [bars.Close.Adapt((index * values.Real(Alpha)).AtMost(1))];
    }
}
