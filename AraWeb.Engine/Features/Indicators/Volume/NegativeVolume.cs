using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Recurrences;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Negative volume index.</summary>
internal sealed class NegativeVolume : IIndicator
{
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 255, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "nvi",
        "Negative volume index",
        IndicatorFamily.Volume,
        "Compounds the returns of the bars whose volume fell: what is done when few trade.",
        "Dysart (1936); Fosback, Stock Market Logic (1976): begins at 1000, signal over 255 bars.",
        [Signal],
        [new("nvi", OutputUnit.Scaleless, Minimum: 0), new("signal", OutputUnit.Scaleless, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = bars.Close.Recur(bars.Volume, new VolumeIndex(OnRise: false));
        return [line, line.Ema(values.Whole(Signal))];
    }
}
