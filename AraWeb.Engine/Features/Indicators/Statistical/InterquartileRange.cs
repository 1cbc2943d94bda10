using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Recurrences;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Interquartile range.</summary>
internal sealed class InterquartileRange : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "iqr",
        "Interquartile range",
        IndicatorFamily.Statistical,
        "Distance between the quartiles of the last closes, with the quartiles.",
        "Quartiles between order statistics as in numpy (Hyndman and Fan 1996, type 7).",
        [Period],
        [new("range", OutputUnit.Price, 0), new("lower", OutputUnit.PriceLevel), new("upper", OutputUnit.PriceLevel)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var order = OrderStatistics.Of(bars.Close, values.Whole(Period));
        return [order.UpperQuartile - order.LowerQuartile, order.LowerQuartile, order.UpperQuartile];
    }
}
