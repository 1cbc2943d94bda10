using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Schaff trend cycle.</summary>
internal sealed class SchaffTrendCycle : IIndicator
{
    private static readonly IndicatorParameter Cycle = IndicatorParameter.Whole("cycle", 10);
    private static readonly IndicatorParameter Fast = IndicatorParameter.Whole("fast", 23);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Whole("slow", 50);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "stc",
        "Schaff trend cycle",
        IndicatorFamily.Momentum,
        "Place of the MACD line between its own extremes: a faster signal than the crossing of its average.",
        "Schaff (1999). Stc is one smoothed stochastic, as in Stock.Indicators; double is the stochastic of a stochastic, each smoothed by a half, " +
        "as in his paper. 50 without range.",
        [Cycle, Fast, Slow],
        [new("stc", OutputUnit.Scaleless, 0, 100), new("double", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = bars.Close.Ema(values.Whole(Fast)) - bars.Close.Ema(values.Whole(Slow));
        var place = Stochastic.Place(line, line, line, values.Whole(Cycle));
        var once = place.Smooth(0.5, seedLength: 1);
        var twice = Stochastic.Place(once, once, once, values.Whole(Cycle)).Smooth(0.5, seedLength: 1);
        return [place.Sma(3), twice];
    }
}
