using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Rolling volume-weighted average price.</summary>
internal sealed class RollingVwap : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "vwap-rolling",
        "Rolling VWAP",
        IndicatorFamily.Volume,
        "Average typical price of the last bars, weighted by volume.",
        "Berkowitz, Logue and Noser (1988), over a moving window, " +
        "of the typical price as in StockCharts; Lean takes (o + h + l + c) / 4. The simple average where nothing was traded.",
        [Period],
        [new("vwap", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [VolumeWeightedAverage.Of(bars.Typical, bars.Volume, values.Whole(Period))];
}
