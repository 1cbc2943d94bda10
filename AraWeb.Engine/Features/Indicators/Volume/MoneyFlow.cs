using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Money flow index.</summary>
internal sealed class MoneyFlow : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "mfi",
        "Money flow index",
        IndicatorFamily.Volume,
        "Share of the turnover on rises of the typical price in the turnover of all moves, in percent.",
        "Quong and Soudack, Stocks & Commodities (Mar 1989). 50 where no turnover moved the price.",
        [Period],
        [new("mfi", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var flow = bars.Typical * bars.Volume;
        var change = bars.Typical.Change(1);
        var up = change.Zip(flow, static (move, size) => move > 0 ? size : 0).Total(values.Whole(Period));
        var down = change.Zip(flow, static (move, size) => move < 0 ? size : 0).Total(values.Whole(Period));
        return [100 * up.Over(up + down, whenZero: 0.5)];
    }
}
