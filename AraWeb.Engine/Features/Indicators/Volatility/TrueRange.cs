using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>True range.</summary>
internal sealed class TrueRange : IIndicator
{
    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "true-range",
        "True range",
        IndicatorFamily.Volatility,
        "Greatest distance between the high, the low and the close before.",
        "Wilder, New Concepts in Technical Trading Systems (1978). Unknown at the first bar, which has no close before.",
        [],
        [new("true-range", OutputUnit.Price, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.TrueRange];
}
