using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Stochastic momentum index.</summary>
internal sealed class StochasticMomentum : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 13, minimum: 1);
    private static readonly IndicatorParameter First = IndicatorParameter.Whole("first", 25, minimum: 1);
    private static readonly IndicatorParameter Second = IndicatorParameter.Whole("second", 2, minimum: 1);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 3, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "smi",
        "Stochastic momentum index",
        IndicatorFamily.Momentum,
        "Distance of the close from the middle of its range, smoothed twice, over half the range smoothed twice.",
        "Blau, Momentum, Direction and Divergence (1995). Averages begin with the first value, as in Stock.Indicators. 0 where there is no range.",
        [Period, First, Second, Signal],
        [new("smi", OutputUnit.Scaleless, -100, 100), new("signal", OutputUnit.Scaleless, -100, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var (highest, lowest) = (bars.High.Highest(values.Whole(Period)), bars.Low.Lowest(values.Whole(Period)));
        var distance = Twice(bars.Close - ((highest + lowest) / 2), values);
        var line = 100 * distance.Over(Twice(highest - lowest, values) / 2, whenZero: 0);
        return [line, Average(line, values.Whole(Signal))];
    }

    private static Column Twice(Column source, ParameterValues values) => Average(Average(source, values.Whole(First)), values.Whole(Second));

    private static Column Average(Column source, int length) => source.Smooth(2.0 / (length + 1), seedLength: 1);
}
