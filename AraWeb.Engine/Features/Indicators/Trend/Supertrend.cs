using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Recurrences;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Supertrend.</summary>
internal sealed class Supertrend : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 10, minimum: 1);
    private static readonly IndicatorParameter Multiplier = IndicatorParameter.Real("multiplier", 3, 0.1, 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "supertrend",
        "Supertrend",
        IndicatorFamily.Trend,
        "A band some average ranges from the middle of the bars that only tightens until the close crosses it.",
        "Seban (2008), with the average true range of Wilder. Begins on the side of the first close, as in Stock.Indicators.",
        [Period, Multiplier],
        [new("supertrend", OutputUnit.PriceLevel), new("direction", OutputUnit.Scaleless, -1, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var distance = bars.TrueRange.Wilder(values.Whole(Period)) * values.Real(Multiplier);
        return Column.Recur([bars.Median, distance, bars.Close], default(TrailingBands));
    }
}
