using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Intraday momentum index.</summary>
internal sealed class IntradayMomentum : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "imi",
        "Intraday momentum index",
        IndicatorFamily.Momentum,
        "Share of the rises from open to close in all such moves, in percent.",
        "Chande and Kroll, The New Technical Trader (1994). 50 where no bar moved.",
        [Period],
        [new("imi", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var move = bars.Close - bars.Open;
        var (gain, size) = (move.AtLeast(0).Total(values.Whole(Period)), move.Abs().Total(values.Whole(Period)));
        return [100 * gain.Over(size, whenZero: 0.5)];
    }
}
