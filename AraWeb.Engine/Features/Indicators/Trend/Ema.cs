using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Exponential moving average.</summary>
internal sealed class Ema : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "ema",
        "Exponential moving average",
        IndicatorFamily.Trend,
        "Average of all closes whose weights fall geometrically with age.",
        "Textbook: factor 2 / (period + 1). Begins with the simple average, as in Stock.Indicators and Lean; Tulip begins with the first close.",
        [Period],
        [new("ema", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.Ema(values.Whole(Period))];
}
