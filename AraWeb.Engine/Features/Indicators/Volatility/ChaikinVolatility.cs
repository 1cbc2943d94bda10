using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Chaikin volatility.</summary>
internal sealed class ChaikinVolatility : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 10, minimum: 1);
    private static readonly IndicatorParameter Change = IndicatorParameter.Whole("change", 10, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "chaikin-volatility",
        "Chaikin volatility",
        IndicatorFamily.Volatility,
        "Change of the average distance between high and low, in percent.",
        "Chaikin, in Achelis, Technical Analysis from A to Z (1995). The average begins with a simple one (Tulip: with the first " +
        "value). 0 where there was no range.",
        [Period, Change],
        [new("volatility", OutputUnit.Scaleless, -100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var range = (bars.High - bars.Low).Ema(values.Whole(Period));
        var before = range.Shift(values.Whole(Change));
        return [100 * (range - before).Over(before, whenZero: 0)];
    }
}
