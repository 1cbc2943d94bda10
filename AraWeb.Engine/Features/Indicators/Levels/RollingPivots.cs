using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Levels;

/// <summary>Rolling pivot points.</summary>
internal sealed class RollingPivots : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);
    private static readonly IndicatorParameter Offset = IndicatorParameter.Whole("offset", 0, minimum: 0, maximum: 100);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "rolling-pivots",
        "Rolling pivot points",
        IndicatorFamily.Levels,
        "Pivot points from the range of the last bars before this one.",
        "The classic formulas over a window that ends offset + 1 bars ago, as in Stock.Indicators.",
        [Period, Offset],
        [
            new("pp", OutputUnit.PriceLevel, Minimum: 0),
            new("r1", OutputUnit.PriceLevel),
            new("r2", OutputUnit.PriceLevel),
            new("r3", OutputUnit.PriceLevel),
            new("s1", OutputUnit.PriceLevel),
            new("s2", OutputUnit.PriceLevel),
            new("s3", OutputUnit.PriceLevel),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var (length, offset) = (values.Whole(Period), values.Whole(Offset) + 1);
        return Levels(bars.High.Highest(length).Shift(offset), bars.Low.Lowest(length).Shift(offset), bars.Close.Shift(offset));
    }

    /// <summary>The pivot, three resistances and three supports.</summary>
    internal static Column[] Levels(Column high, Column low, Column close)
    {
        var pivot = (high + low + close) / 3;
        var range = high - low;
        var (above, below) = (pivot - low, high - pivot);
        return [pivot, pivot + above, pivot + range, high + (above * 2), pivot - below, pivot - range, low - (below * 2)];
    }
}
