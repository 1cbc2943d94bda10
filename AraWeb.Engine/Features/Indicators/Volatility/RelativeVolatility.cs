using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Relative volatility index.</summary>
internal sealed class RelativeVolatility : IIndicator
{
    private static readonly IndicatorParameter Deviation = IndicatorParameter.Whole("deviation", 10);
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "relative-volatility",
        "Relative volatility index",
        IndicatorFamily.Volatility,
        "Share of the standard deviation that came with rising prices, in percent.",
        "Dorsey (1993) with the close, and his revision (1995): mean of the index of the highs and that of the lows; Wilder averages. " +
        "50 where nothing moved.",
        [Deviation, Period],
        [new("rvi", OutputUnit.Scaleless, 0, 100), new("revised", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var (deviation, period) = (values.Whole(Deviation), values.Whole(Period));
        return [Of(bars.Close, deviation, period), (Of(bars.High, deviation, period) + Of(bars.Low, deviation, period)) / 2];
    }

    private static Column Of(Column price, int deviation, int period)
    {
        var spread = price.PopulationDeviation(deviation);
        var change = price.Change(1);
        var up = spread.Zip(change, static (size, move) => move > 0 ? size : 0).Wilder(period);
        var down = spread.Zip(change, static (size, move) => move < 0 ? size : 0).Wilder(period);
        return 100 * up.Over(up + down, whenZero: 0.5);
    }
}
