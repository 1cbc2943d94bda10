using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Maximum drawdown.</summary>
internal sealed class MaximumDrawdown : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 100);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "max-drawdown",
        "Maximum drawdown",
        IndicatorFamily.Volatility,
        "Deepest fall from a high within the window, and the fall from the highest close of the window now.",
        "Magdon-Ismail and Atiya (2004): largest fall from a close to a later one, as a share; 0 where there was none.",
        [Period],
        [new("maximum", OutputUnit.Scaleless, -1, 0), new("current", OutputUnit.Scaleless, -1, 0)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        return [bars.Close.Window(period, default(FallWindow)), (bars.Close / bars.Close.Highest(period)) - 1];
    }

    // The lowest quotient of a value and the highest before it, less 1.
    private readonly record struct FallWindow : IWindow
    {
        public double Over(ReadOnlySpan<double> window)
        {
            var (highest, lowest) = (window[0], 1.0);
            foreach (var value in window)
            {
                highest = Math.Max(highest, value);
                lowest = Math.Min(lowest, value / highest);
            }

            return lowest - 1;
        }
    }
}
