using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Connors RSI.</summary>
internal sealed class ConnorsRsi : IIndicator
{
    private static readonly IndicatorParameter RsiPeriod = IndicatorParameter.Whole("rsi", 3, minimum: 1);
    private static readonly IndicatorParameter Streak = IndicatorParameter.Whole("streak", 2, minimum: 1);
    private static readonly IndicatorParameter Rank = IndicatorParameter.Whole("rank", 100);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "connors-rsi",
        "Connors RSI",
        IndicatorFamily.Momentum,
        "Mean of three: a short RSI, the RSI of the streak of rises or falls, and the rank of the newest return.",
        "Connors and Alvarez, An Introduction to ConnorsRSI (2012). The rank is the share, in percent, of the earlier returns that are below the newest. " +
        "An unchanged close ends a streak; in Lean it does not.",
        [RsiPeriod, Streak, Rank],
        [new("crsi", OutputUnit.Scaleless, 0, 100), new("streak", OutputUnit.Scaleless, 0, 100), new("rank", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var streak = Rsi.Of(StreakLength.Of(bars.Close), values.Whole(Streak));
        var rank = MomentumRank.Of(RateOfChange.Of(bars.Close, 1), values.Whole(Rank));
        return [(Rsi.Of(bars.Close, values.Whole(RsiPeriod)) + streak + rank) / 3, streak, rank];
    }
}
