using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Volume-weighted moving average.</summary>
internal sealed class VolumeWeightedAverage : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "vwma",
        "Volume-weighted moving average",
        IndicatorFamily.Volume,
        "Average close of the last bars, weighted by volume.",
        "StockCharts and Stock.Indicators. The simple average where nothing was traded.",
        [Period],
        [new("vwma", OutputUnit.PriceLevel, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [Of(bars.Close, bars.Volume, values.Whole(Period))];

    /// <summary>Average of any column weighted by volume.</summary>
    internal static Column Of(Column price, Column volume, int period) => (price * volume).Total(period).Zip(
        volume.Total(period), price.Sma(period), static (sum, weight, plain) => weight == 0 ? plain : sum / weight);
}
