using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>True strength index.</summary>
internal sealed class TrueStrength : IIndicator
{
    private static readonly IndicatorParameter First = IndicatorParameter.Whole("first", 25, minimum: 1);
    private static readonly IndicatorParameter Second = IndicatorParameter.Whole("second", 13, minimum: 1);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 7, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "tsi",
        "True strength index",
        IndicatorFamily.Momentum,
        "Change of the close, smoothed twice, over its size smoothed twice, in percent.",
        "Blau, Stocks & Commodities (Nov 1991). Averages begin with simple ones. 0 where the price did not move.",
        [First, Second, Signal],
        [new("tsi", OutputUnit.Scaleless, -100, 100), new("signal", OutputUnit.Scaleless, -100, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var change = bars.Close.Change(1);
        var line = 100 * Twice(change, values).Over(Twice(change.Abs(), values), whenZero: 0);
        return [line, line.Ema(values.Whole(Signal))];
    }

    private static Column Twice(Column source, ParameterValues values) => source.Ema(values.Whole(First)).Ema(values.Whole(Second));
}
