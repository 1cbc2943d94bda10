using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Least-squares line.</summary>
internal sealed class LinearRegression : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "linear-regression",
        "Linear regression",
        IndicatorFamily.Trend,
        "Slope, ends and fit of the least-squares line of the last closes.",
        "Textbook. The intercept is the height at the oldest bar of the window, as in TA-Lib; Stock.Indicators counts it from the first bar " +
        "of the data. A fit of 0 where nothing moved.",
        [Period],
        [
            new("slope", OutputUnit.Price),
            new("intercept", OutputUnit.PriceLevel),
            new("line", OutputUnit.PriceLevel),
            new("r2", OutputUnit.Scaleless, 0, 1),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var slope = bars.Close.Slope(length);
        var middle = bars.Close.Sma(length);
        var spread = ((double)length * length - 1) / 12;
        return
        [
            slope,
            middle - (slope * ((length - 1) / 2.0)),
            bars.Close.LineEnd(length),
            (slope.Square() * spread).Over(bars.Close.PopulationVariance(length), whenZero: 0).AtMost(1),
        ];
    }
}
