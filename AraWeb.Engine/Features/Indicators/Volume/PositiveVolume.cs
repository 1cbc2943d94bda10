using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Recurrences;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Positive volume index.</summary>
internal sealed class PositiveVolume : IIndicator
{
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 255, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "pvi",
        "Positive volume index",
        IndicatorFamily.Volume,
        "Compounds the returns of the bars whose volume rose: what is done when many trade.",
        "Dysart (1936); Fosback, Stock Market Logic (1976): begins at 1000, signal over 255 bars.",
        [Signal],
        [new("pvi", OutputUnit.Scaleless, Minimum: 0), new("signal", OutputUnit.Scaleless, Minimum: 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = bars.Close.Recur(bars.Volume, new VolumeIndex(OnRise: true));
        return [line, line.Ema(values.Whole(Signal))];
    }
}
