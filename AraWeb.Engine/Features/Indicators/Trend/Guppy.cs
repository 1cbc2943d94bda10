using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>Guppy multiple moving averages.</summary>
internal sealed class Guppy : IIndicator
{
    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "guppy",
        "Guppy multiple moving averages",
        IndicatorFamily.Trend,
        "Middles of six fast and six slow exponential averages, and the distance of the groups in percent.",
        "Guppy, Trend Trading (2004): periods 3, 5, 8, 10, 12, 15 and 30, 35, 40, 45, 50, 60.",
        [],
        [new("short", OutputUnit.PriceLevel, Minimum: 0), new("long", OutputUnit.PriceLevel, Minimum: 0), new("spread", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var fast = Mean(bars.Close, [3, 5, 8, 10, 12, 15]);
        var slow = Mean(bars.Close, [30, 35, 40, 45, 50, 60]);
        return [fast, slow, (fast - slow) / slow * 100];
    }

    private static Column Mean(Column source, int[] lengths) => lengths.Select(source.Ema).Aggregate(static (sum, next) => sum + next) / lengths.Length;
}
