using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Levels;

/// <summary>Fibonacci retracement.</summary>
internal sealed class FibonacciRetracement : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 50, minimum: 2);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "fibonacci-retracement",
        "Fibonacci retracement",
        IndicatorFamily.Levels,
        "Shares of the way back over the range of the last bars, and how much of it the close has gone.",
        "Textbook: from the high down where the low is the older extreme of the window, else from the low up; of equal extremes the oldest " +
        "counts. 0 where there is no range.",
        [Period],
        [
            new("r236", OutputUnit.PriceLevel, Minimum: 0),
            new("r382", OutputUnit.PriceLevel, Minimum: 0),
            new("r500", OutputUnit.PriceLevel, Minimum: 0),
            new("r618", OutputUnit.PriceLevel, Minimum: 0),
            new("r786", OutputUnit.PriceLevel, Minimum: 0),
            new("retraced", OutputUnit.Scaleless, 0, 1),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var (high, low) = (bars.High.Highest(length), bars.Low.Lowest(length));
        var isRise = bars.High.HighestPlace(length).Zip(bars.Low.LowestPlace(length), static (high, low) => high > low ? 1 : 0);
        var end = isRise.Zip(high, low, static (isRise, high, low) => isRise > 0 ? high : low);
        var back = isRise.Zip(high, low, static (isRise, high, low) => isRise > 0 ? low - high : high - low);
        return
        [
            end + (back * 0.236), end + (back * 0.382), end + (back * 0.5), end + (back * 0.618), end + (back * 0.786),
            (bars.Close - end).Over(back, whenZero: 0),
        ];
    }
}
