using AraWeb.Engine.Features;

namespace AraWeb.Api.Contracts;

/// <summary>A line of an indicator.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Unit">How it scales: price, priceLevel (drawn over the candles), scaleless, volume, turnover, other.</param>
/// <param name="Minimum">No value is below; null where there is no bound.</param>
/// <param name="Maximum">No value is above; null where there is no bound.</param>
/// <param name="Warmup">Bars at the start without a value.</param>
internal sealed record IndicatorOutputContract(string Name, OutputUnit Unit, double? Minimum, double? Maximum, int Warmup)
{
    /// <summary>The contract of a line.</summary>
    public static IndicatorOutputContract From(FeatureColumn column) =>
        new(column.Output.Name, column.Output.Unit, Finite(column.Output.Minimum), Finite(column.Output.Maximum), column.Warmup);

    private static double? Finite(double value) => double.IsFinite(value) ? value : null;
}
