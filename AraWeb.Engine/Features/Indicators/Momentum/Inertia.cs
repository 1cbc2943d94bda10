using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Inertia.</summary>
internal sealed class Inertia : IIndicator
{
    private static readonly IndicatorParameter Deviation = IndicatorParameter.Whole("deviation", 10);
    private static readonly IndicatorParameter Average = IndicatorParameter.Whole("average", 14, minimum: 1);
    private static readonly IndicatorParameter Line = IndicatorParameter.Whole("line", 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "inertia",
        "Inertia",
        IndicatorFamily.Momentum,
        "Relative volatility index, smoothed by the end of its least-squares line: above 50 the drift is upward.",
        "Dorsey, Stocks & Commodities (Sep 1995), on the relative volatility index of 1993 of the close: deviation over 10 bars, Wilder averages. 50 " +
        "where nothing varies.",
        [Deviation, Average, Line],
        [new("inertia", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var deviation = bars.Close.PopulationDeviation(values.Whole(Deviation));
        var change = bars.Close.Change(1);
        var up = deviation.Zip(change, static (size, move) => move > 0 ? size : 0).Wilder(values.Whole(Average));
        var down = deviation.Zip(change, static (size, move) => move < 0 ? size : 0).Wilder(values.Whole(Average));
        return [(100 * up.Over(up + down, whenZero: 0.5)).LineEnd(values.Whole(Line))];
    }
}
