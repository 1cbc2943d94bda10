using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Momentum;

/// <summary>Price relative to the benchmark.</summary>
internal sealed class RelativeToBenchmark : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "prs",
        "Price relative strength",
        IndicatorFamily.Momentum,
        "The close over the close of the benchmark, and how much more than it the price rose, in percentage points.",
        "Stock.Indicators (Prs). Unknown without a benchmark.",
        [Period],
        [new("prs", OutputUnit.Scaleless, Minimum: 0), new("percent", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        return [bars.Close / bars.Benchmark, RateOfChange.Of(bars.Close, period) - RateOfChange.Of(bars.Benchmark, period)];
    }
}
