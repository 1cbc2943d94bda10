using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Z-score of the volume.</summary>
internal sealed class VolumeScore : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "volume-zscore",
        "Volume z-score",
        IndicatorFamily.Volume,
        "Distance of the volume from its average, in standard deviations.",
        "Of the population of the window. 0 where the volume did not vary.",
        [Period],
        [new("zscore", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var volume = bars.Volume;
        return [(volume - volume.Sma(values.Whole(Period))).Over(volume.PopulationDeviation(values.Whole(Period)), whenZero: 0)];
    }
}
