using AraWeb.Engine.Features.Graph;

namespace AraWeb.Engine.Features.Indicators.Trend;

/// <summary>TRIX.</summary>
internal sealed class Trix : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);
    private static readonly IndicatorParameter Signal = IndicatorParameter.Whole("signal", 9, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "trix",
        "TRIX",
        IndicatorFamily.Trend,
        "Change per bar of a threefold exponential average in percent, with its own average as signal.",
        "Hutson (1983). The first average begins with the simple one, the others with its first value, as in Stock.Indicators; Lean gives " +
        "each its own simple average first, which dies out.",
        [Period, Signal],
        [new("trix", OutputUnit.Scaleless), new("signal", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var length = values.Whole(Period);
        var smooth = bars.Close.Ema(length).EmaFromFirst(length).EmaFromFirst(length);
        var line = smooth.Change(1) / smooth.Shift(1) * 100;
        return [line, line.Ema(values.Whole(Signal))];
    }
}
