using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Volume rate of change.</summary>
internal sealed class VolumeRateOfChange : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "vroc",
        "Volume rate of change",
        IndicatorFamily.Volume,
        "Change of the volume over some bars, in percent.",
        "Achelis, Technical Analysis from A to Z (2001). 0 where nothing was traded at first.",
        [Period],
        [new("vroc", OutputUnit.Scaleless, Minimum: -100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [100 * bars.Volume.Change(values.Whole(Period)).Over(bars.Volume.Shift(values.Whole(Period)), whenZero: 0)];
}
