using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Recurrences;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Median absolute deviation.</summary>
internal sealed class MedianDeviation : IIndicator
{
    // Makes the deviation that of a normal distribution.
    private const double NormalConsistency = 1.4826;

    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "median-deviation",
        "Median absolute deviation",
        IndicatorFamily.Statistical,
        "Median distance of the closes from their median, and the distance of the newest in units of it.",
        "Hampel (1974); the robust z-score divides by 1.4826 times the deviation (Iglewicz and Hoaglin 1993). 0 where the deviation is 0.",
        [Period],
        [new("deviation", OutputUnit.Price, 0), new("robust-z", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var order = OrderStatistics.Of(bars.Close, values.Whole(Period));
        return [order.MedianDeviation, (bars.Close - order.Median).Over(order.MedianDeviation * NormalConsistency, whenZero: 0)];
    }
}
