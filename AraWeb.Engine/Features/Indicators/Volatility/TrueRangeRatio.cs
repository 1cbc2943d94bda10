using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Ratio of short to long range.</summary>
internal sealed class TrueRangeRatio : IIndicator
{
    private static readonly IndicatorParameter Fast = IndicatorParameter.Whole("fast", 7, minimum: 1);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Whole("slow", 28);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "atr-ratio",
        "Ratio of short to long range",
        IndicatorFamily.Volatility,
        "Short average true range over a long one: above 1 where the moves grow.",
        "Ratio of two averages of Wilder (1978). 1 where nothing moved.",
        [Fast, Slow],
        [new("ratio", OutputUnit.Scaleless, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [bars.TrueRange.Wilder(values.Whole(Fast)).Over(bars.TrueRange.Wilder(values.Whole(Slow)), whenZero: 1)];
}
