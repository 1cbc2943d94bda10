using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Recurrences;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Median.</summary>
internal sealed class Median : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "median",
        "Median",
        IndicatorFamily.Statistical,
        "Middle one of the last closes.",
        "Median; the mean of the two middle ones where their number is even.",
        [Period],
        [new("median", OutputUnit.PriceLevel)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [OrderStatistics.Of(bars.Close, values.Whole(Period)).Median];
}
