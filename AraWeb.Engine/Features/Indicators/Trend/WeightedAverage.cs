using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Weighted moving average.</summary>
internal sealed class WeightedAverage : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "wma",
        "Weighted moving average",
        IndicatorFamily.Trend,
        "Average whose weights fall in a straight line with age.",
        "Textbook: weights 1, 2 ... period.",
        [Period],
        [new("wma", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.Wma(values.Whole(Period))];
}
