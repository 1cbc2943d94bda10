using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Gap in average ranges.</summary>
internal sealed class GapInRanges : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "gap-atr",
        "Gap in average ranges",
        IndicatorFamily.Volatility,
        "Distance of the open from the close before, in average true ranges known then.",
        "(open - close before) / ATR of the bar before, Wilder (1978). 0 where nothing had moved.",
        [Period],
        [new("gap", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [(bars.Open - bars.Close.Shift(1)).Over(bars.TrueRange.Wilder(values.Whole(Period)).Shift(1), whenZero: 0)];
}
