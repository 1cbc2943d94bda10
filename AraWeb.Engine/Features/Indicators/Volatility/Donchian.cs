using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Donchian channels.</summary>
internal sealed class Donchian : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 20, minimum: 1);
    private static readonly IndicatorParameter Offset = IndicatorParameter.Whole("offset", 1, minimum: 0, maximum: 100);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "donchian",
        "Donchian channels",
        IndicatorFamily.Volatility,
        "Highest high and lowest low of the last bars, and where the close stands between them.",
        "Donchian (1960s). The newest bar is left out (offset 1), as in Stock.Indicators, so that a close can break out; offset 0 is " +
        "the convention of Lean and StockCharts. With no width the position is 0.5.",
        [Period, Offset],
        [
            new("upper", OutputUnit.PriceLevel),
            new("middle", OutputUnit.PriceLevel),
            new("lower", OutputUnit.PriceLevel),
            new("width", OutputUnit.Scaleless, 0),
            new("position", OutputUnit.Scaleless),
        ]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var (period, offset) = (values.Whole(Period), values.Whole(Offset));
        var upper = offset == 0 ? bars.High.Highest(period) : bars.High.Window(period + offset, new EarlierHighest(offset));
        var lower = offset == 0 ? bars.Low.Lowest(period) : bars.Low.Window(period + offset, new EarlierLowest(offset));
        var middle = (upper + lower) / 2;
        var width = upper - lower;
        return [upper, middle, lower, width / middle, (bars.Close - lower).Over(width, whenZero: 0.5)];
    }

    private readonly record struct EarlierHighest(int Skipped) : IWindow
    {
        public double Over(ReadOnlySpan<double> window) => SpanMath.Max(window[..^Skipped]);
    }

    private readonly record struct EarlierLowest(int Skipped) : IWindow
    {
        public double Over(ReadOnlySpan<double> window) => SpanMath.Min(window[..^Skipped]);
    }
}
