using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Range rank.</summary>
internal sealed class RangeRank : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 100);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "range-rank",
        "Range rank",
        IndicatorFamily.Volatility,
        "Share of the last bars whose true range, against their close, was smaller than the newest, in percent.",
        "Percentile of a score, ties counted half (scipy percentileofscore, mean), among the bars before.",
        [Period],
        [new("rank", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [(bars.TrueRange / bars.Close).Window(values.Whole(Period) + 1, default(RankWindow))];
}
