using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Williams's alligator.</summary>
internal sealed class Alligator : IIndicator
{
    private static readonly IndicatorParameter Jaw = IndicatorParameter.Whole("jaw", 13, minimum: 1);
    private static readonly IndicatorParameter JawShift = IndicatorParameter.Whole("jaw-shift", 8, minimum: 0);
    private static readonly IndicatorParameter Teeth = IndicatorParameter.Whole("teeth", 8, minimum: 1);
    private static readonly IndicatorParameter TeethShift = IndicatorParameter.Whole("teeth-shift", 5, minimum: 0);
    private static readonly IndicatorParameter Lips = IndicatorParameter.Whole("lips", 5, minimum: 1);
    private static readonly IndicatorParameter LipsShift = IndicatorParameter.Whole("lips-shift", 3, minimum: 0);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "alligator",
        "Alligator",
        IndicatorFamily.Trend,
        "Three smoothed averages of different speeds, each drawn some bars late.",
        "Williams, Trading Chaos (1995): smoothed averages of the middle of the bar. A value drawn ahead at a bar is given at that bar, " +
        "where it has long been known.",
        [Jaw, JawShift, Teeth, TeethShift, Lips, LipsShift],
        [
            new("jaw", OutputUnit.PriceLevel, Minimum: 0),
            new("teeth", OutputUnit.PriceLevel, Minimum: 0),
            new("lips", OutputUnit.PriceLevel, Minimum: 0),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [
            LineOf(bars, values.Whole(Jaw), values.Whole(JawShift)),
            LineOf(bars, values.Whole(Teeth), values.Whole(TeethShift)),
            LineOf(bars, values.Whole(Lips), values.Whole(LipsShift)),
        ];

    /// <summary>One of the lines.</summary>
    internal static Column LineOf(BarInputs bars, int length, int shift) => bars.Median.Wilder(length).Shift(shift);
}
