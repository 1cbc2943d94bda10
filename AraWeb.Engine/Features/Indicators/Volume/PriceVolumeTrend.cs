using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Volume;

/// <summary>Price volume trend.</summary>
internal sealed class PriceVolumeTrend : IIndicator
{
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "vpt",
        "Price volume trend",
        IndicatorFamily.Volume,
        "Running sum of the volume times the return of the close.",
        "Achelis, Technical Analysis from A to Z (2001). Begins with the first return; the signal is a simple average.",
        [Signal],
        [new("vpt", OutputUnit.Volume), new("signal", OutputUnit.Volume)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var line = (bars.Close.Change(1) / bars.Close.Shift(1) * bars.Volume).Cumulate();
        return [line, line.Sma(values.Whole(Signal))];
    }
}
