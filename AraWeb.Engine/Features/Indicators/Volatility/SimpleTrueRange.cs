using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Average true range, simple.</summary>
internal sealed class SimpleTrueRange : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "atr-sma",
        "Average true range, simple",
        IndicatorFamily.Volatility,
        "Simple average of the true range.",
        "True range of Wilder (1978) with a simple average, as Lean offers it.",
        [Period],
        [new("atr", OutputUnit.Price, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.TrueRange.Sma(values.Whole(Period))];
}
