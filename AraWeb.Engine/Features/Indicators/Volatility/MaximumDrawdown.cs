using System.Runtime.Intrinsics;
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

    // The lowest quotient of a value and the highest before it, less 1: four stretches side by side, then from one to the next.
    private readonly record struct FallWindow : IWindow
    {
        private const int Stretches = 4;

        public double Over(ReadOnlySpan<double> window)
        {
            var length = window.Length / Stretches;
            var (highest, lowest) = (window[0], 1.0);
            if (length > 1)
            {
                var tops = At(window, 0, length);
                var bottoms = tops;
                var falls = Vector256<double>.One;
                for (var i = 1; i < length; i++)
                {
                    var values = At(window, i, length);
                    tops = Vector256.Max(tops, values);
                    bottoms = Vector256.Min(bottoms, values);
                    falls = Vector256.Min(falls, values / tops);
                }

                for (var stretch = 0; stretch < Stretches; stretch++)
                {
                    lowest = Math.Min(lowest, Math.Min(falls[stretch], bottoms[stretch] / highest));
                    highest = Math.Max(highest, tops[stretch]);
                }
            }

            foreach (var value in window[(length > 1 ? Stretches * length : 0)..])
            {
                highest = Math.Max(highest, value);
                lowest = Math.Min(lowest, value / highest);
            }

            return lowest - 1;
        }

        private static Vector256<double> At(ReadOnlySpan<double> window, int i, int length) =>
            Vector256.Create(window[i], window[length + i], window[(2 * length) + i], window[(3 * length) + i]);
    }
}
