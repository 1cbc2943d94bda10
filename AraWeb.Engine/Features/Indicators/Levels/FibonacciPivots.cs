using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Levels;

/// <summary>Fibonacci pivot points.</summary>
internal sealed class FibonacciPivots : IIndicator
{
    private static readonly IndicatorParameter Days = IndicatorParameter.Whole("days", 1, minimum: 1, maximum: 31);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "fibonacci-pivots",
        "Fibonacci pivots",
        IndicatorFamily.Levels,
        "Pivot of the period before with Fibonacci shares of its range above and below.",
        "Textbook: 0.382, 0.618 and 1 of the range. Of the last whole period before the bar's own: 1 day is a session, 7 days a week from " +
        "Monday. Until one is over, the bars so far stand in for it.",
        [Days],
        [
            new("pp", OutputUnit.PriceLevel, Minimum: 0),
            new("r1", OutputUnit.PriceLevel),
            new("r2", OutputUnit.PriceLevel),
            new("r3", OutputUnit.PriceLevel),
            new("s1", OutputUnit.PriceLevel),
            new("s2", OutputUnit.PriceLevel),
            new("s3", OutputUnit.PriceLevel),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var before = bars.PriorPeriod(values.Whole(Days));
        var pivot = (before.High + before.Low + before.Close) / 3;
        var range = before.High - before.Low;
        var (near, far) = (range * 0.382, range * 0.618);
        return [pivot, pivot + near, pivot + far, pivot + range, pivot - near, pivot - far, pivot - range];
    }
}
