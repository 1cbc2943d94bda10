using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Chande momentum oscillator.</summary>
internal sealed class ChandeMomentum : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "cmo",
        "Chande momentum oscillator",
        IndicatorFamily.Momentum,
        "Rises less falls over their sum, in percent.",
        "Chande and Kroll, The New Technical Trader (1994): plain sums; TA-Lib and Lean smooth them as Wilder does. 0 where the price did not move.",
        [Period],
        [new("cmo", OutputUnit.Scaleless, -100, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var change = bars.Close.Change(1);
        return [100 * change.Total(values.Whole(Period)).Over(change.Abs().Total(values.Whole(Period)), whenZero: 0)];
    }
}
