using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Mean deviation.</summary>
internal sealed class MeanDeviation : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "mean-deviation",
        "Mean deviation",
        IndicatorFamily.Statistical,
        "Mean distance of the closes from their mean.",
        "Mean absolute deviation around the mean, as in Tulip.",
        [Period],
        [new("deviation", OutputUnit.Price, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.MeanDeviation(values.Whole(Period))];
}
