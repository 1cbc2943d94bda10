using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Deviation from the anchored VWAP.</summary>
internal sealed class VwapDeviation : IIndicator
{
    private static readonly IndicatorParameter Days = IndicatorParameter.Whole("days", 1, minimum: 0, maximum: 366);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "vwap-deviation",
        "Deviation from VWAP",
        IndicatorFamily.Volume,
        "Distance of the close from the VWAP, in percent of it and in weighted deviations.",
        "As the vwap indicator, with its days. 0 deviations where the price did not vary, as at the first bar of a session.",
        [Days],
        [new("percent", OutputUnit.Scaleless, Minimum: -100), new("deviations", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var anchored = AnchoredVwap.Of(bars, values.Whole(Days));
        var distance = bars.Close - anchored[0];
        return [100 * (distance / anchored[0]), distance.Over(anchored[1], whenZero: 0)];
    }
}
