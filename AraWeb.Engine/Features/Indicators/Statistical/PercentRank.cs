using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Percent rank.</summary>
internal sealed class PercentRank : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 100);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "percent-rank",
        "Percent rank",
        IndicatorFamily.Statistical,
        "Share of the closes before that are lower than the newest, in percent.",
        "Percentile of a score, ties counted half (scipy percentileofscore, mean), among the bars before.",
        [Period],
        [new("rank", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.Window(values.Whole(Period) + 1, default(RankWindow))];
}
