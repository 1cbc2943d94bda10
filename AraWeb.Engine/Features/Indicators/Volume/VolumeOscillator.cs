using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Volume oscillator.</summary>
internal sealed class VolumeOscillator : IIndicator
{
    private static readonly IndicatorParameter Fast = IndicatorParameter.Whole("fast", 5, minimum: 1);
    private static readonly IndicatorParameter Slow = IndicatorParameter.Whole("slow", 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "volume-oscillator",
        "Volume oscillator",
        IndicatorFamily.Volume,
        "Distance between a fast and a slow simple average of the volume, in percent of the slow one.",
        "Achelis, Technical Analysis from A to Z (2001), page 360. 0 where nothing was traded.",
        [Fast, Slow],
        [new("oscillator", OutputUnit.Scaleless, Minimum: -100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var slow = bars.Volume.Sma(values.Whole(Slow));
        return [100 * (bars.Volume.Sma(values.Whole(Fast)) - slow).Over(slow, whenZero: 0)];
    }
}
