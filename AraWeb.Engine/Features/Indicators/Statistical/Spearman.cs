using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Recurrences;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Spearman trend.</summary>
internal sealed class Spearman : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "spearman",
        "Spearman trend",
        IndicatorFamily.Statistical,
        "Rank correlation of the close with time: 1 where every close is higher than the one before.",
        "Spearman (1904), mean ranks for equal closes (scipy spearmanr). 0 where nothing moved.",
        [Period],
        [new("correlation", OutputUnit.Scaleless, -1, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.Recur(new TimeRanks(values.Whole(Period)))];
}
