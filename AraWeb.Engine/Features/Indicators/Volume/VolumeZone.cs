using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Volume zone oscillator.</summary>
internal sealed class VolumeZone : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "vzo",
        "Volume zone oscillator",
        IndicatorFamily.Volume,
        "Smoothed volume with the sign of the change of the close over smoothed volume, in percent.",
        "Khalil and Steckler, Stocks & Commodities (May 2011). 0 where nothing was traded.",
        [Period],
        [new("vzo", OutputUnit.Scaleless, -100, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [100 * OnBalanceVolume.Signed(bars).Ema(values.Whole(Period)).Over(bars.Volume.Ema(values.Whole(Period)), whenZero: 0)];
}
