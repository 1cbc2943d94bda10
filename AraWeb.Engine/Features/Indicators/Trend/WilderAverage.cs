using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Smoothed moving average.</summary>
internal sealed class WilderAverage : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "smma",
        "Smoothed moving average",
        IndicatorFamily.Trend,
        "Wilder's average: exponential with the factor 1 / period.",
        "Wilder, New Concepts in Technical Trading Systems (1978). Begins with the simple average.",
        [Period],
        [new("smma", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.Wilder(values.Whole(Period))];
}
