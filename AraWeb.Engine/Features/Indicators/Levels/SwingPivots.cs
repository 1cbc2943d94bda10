using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Levels;

/// <summary>Swing highs and lows.</summary>
internal sealed class SwingPivots : IIndicator
{
    private static readonly IndicatorParameter Left = IndicatorParameter.Whole("left", 5, minimum: 1, maximum: 50);
    private static readonly IndicatorParameter Right = IndicatorParameter.Whole("right", 5, minimum: 1, maximum: 50);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "swing-pivots",
        "Swing pivots",
        IndicatorFamily.Levels,
        "The latest confirmed swing high and low, and whether both rise (1), both fall (-1) or neither.",
        "Textbook: strictly beyond the bars on both sides, given when the bars on the right are complete; until there is one, the extreme so far.",
        [Left, Right],
        [
            new("high", OutputUnit.PriceLevel, Minimum: 0),
            new("low", OutputUnit.PriceLevel, Minimum: 0),
            new("structure", OutputUnit.Scaleless, -1, 1),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var (left, right) = (values.Whole(Left), values.Whole(Right));
        var (top, bottom) = (bars.High.SwingHigh(left, right), bars.Low.SwingLow(left, right));
        return [top.Latest, bottom.Latest, (top.Latest.Zip(top.Earlier, Sign) + bottom.Latest.Zip(bottom.Earlier, Sign)) / 2];
    }

    private static double Sign(double latest, double earlier) => latest > earlier ? 1 : latest < earlier ? -1 : 0;
}
