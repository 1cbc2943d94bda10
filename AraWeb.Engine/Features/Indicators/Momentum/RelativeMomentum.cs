using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Relative momentum index.</summary>
internal sealed class RelativeMomentum : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);
    private static readonly IndicatorParameter Span = IndicatorParameter.Whole("span", 5, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "rmi",
        "Relative momentum index",
        IndicatorFamily.Momentum,
        "RSI of the moves over several bars instead of one.",
        "Altman, Stocks & Commodities (Feb 1993). 50 where the price did not move at all.",
        [Period, Span],
        [new("rmi", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [Rsi.Of(bars.Close, values.Whole(Period), values.Whole(Span))];
}
