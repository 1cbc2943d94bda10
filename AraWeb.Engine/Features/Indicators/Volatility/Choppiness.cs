using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Choppiness index.</summary>
internal sealed class Choppiness : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "chop",
        "Choppiness index",
        IndicatorFamily.Volatility,
        "100 where the price only goes back and forth, 0 where it goes straight.",
        "Dreiss (1993): 100 log(sum of true ranges / range) / log(period), the range with the close before each bar, as in " +
        "Stock.Indicators; Lean takes highs and lows only. 50 where nothing moved.",
        [Period],
        [new("chop", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var before = bars.Close.Shift(1);
        var range = bars.High.Max(before).Highest(period) - bars.Low.Min(before).Lowest(period);
        return [bars.TrueRange.Total(period).Over(range, whenZero: Math.Sqrt(period)).Log() * (100 / Math.Log(period))];
    }
}
