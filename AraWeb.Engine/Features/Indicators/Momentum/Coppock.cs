using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Coppock curve.</summary>
internal sealed class Coppock : IIndicator
{
    private static readonly IndicatorParameter Long = IndicatorParameter.Whole("long", 14, minimum: 1);
    private static readonly IndicatorParameter Short = IndicatorParameter.Whole("short", 11, minimum: 1);
    private static readonly IndicatorParameter Average = IndicatorParameter.Whole("average", 10, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "coppock",
        "Coppock curve",
        IndicatorFamily.Momentum,
        "Weighted average of the sum of a long and a short rate of change.",
        "Coppock, Barron's (Oct 1962), made for months.",
        [Long, Short, Average],
        [new("coppock", OutputUnit.Scaleless, Minimum: -200)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var sum = RateOfChange.Of(bars.Close, values.Whole(Long)) + RateOfChange.Of(bars.Close, values.Whole(Short));
        return [sum.Wma(values.Whole(Average))];
    }
}
