using System.Runtime.InteropServices;
using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Time under water.</summary>
internal sealed class TimeUnderWater : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 100);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "time-under-water",
        "Time under water",
        IndicatorFamily.Volatility,
        "Bars since the highest close of the window, and their share of it.",
        "Length of the running drawdown; the newest of equal highs counts.",
        [Period],
        [new("bars", OutputUnit.Scaleless, 0), new("share", OutputUnit.Scaleless, 0, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        var since = bars.Close.Window(period, default(SinceHighestWindow));
        return [since, since / (period - 1)];
    }

    private readonly record struct SinceHighestWindow : IWindow
    {
        public double Over(ReadOnlySpan<double> window)
        {
            // Prices are above zero, so that equal ones have equal bits; those are found faster.
            var highest = BitConverter.DoubleToInt64Bits(SpanMath.Max(window));
            return window.Length - 1 - MemoryMarshal.Cast<double, long>(window).LastIndexOf(highest);
        }
    }
}
