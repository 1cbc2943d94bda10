using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Rank of the momentum.</summary>
internal sealed class MomentumRank : IIndicator
{
    private static readonly IndicatorParameter Roc = IndicatorParameter.Whole("roc", 20, minimum: 1);
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 252, minimum: 2);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "momentum-rank",
        "Momentum rank",
        IndicatorFamily.Momentum,
        "Share of the earlier rates of change that are below the newest, in percent.",
        "Percent rank as in Connors and Alvarez (2012): ties count as not below.",
        [Roc, Period],
        [new("rank", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [Of(RateOfChange.Of(bars.Close, values.Whole(Roc)), values.Whole(Period))];

    /// <summary>Share of the <paramref name="period"/> values before the newest that are below it, in percent.</summary>
    internal static Column Of(Column source, int period) => source.Window(period + 1, default(BelowNewestWindow)) * (100.0 / period);
}
