using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;

namespace AraWeb.Engine.Features.Indicators.Volatility;

/// <summary>Ulcer index.</summary>
internal sealed class Ulcer : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 14, minimum: 1);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "ulcer",
        "Ulcer index",
        IndicatorFamily.Volatility,
        "Depth and length of the falls below the highest close so far in the window, in percent.",
        "Martin (1987): root mean square of the falls; the high is that of the window up to each bar, as in Stock.Indicators.",
        [Period],
        [new("ulcer", OutputUnit.Scaleless, 0, 100)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) => [bars.Close.Window(values.Whole(Period), default(FallWindow)).Sqrt()];

    // Mean square of the falls in percent.
    private readonly record struct FallWindow : IWindow
    {
        public double Over(ReadOnlySpan<double> window)
        {
            var (highest, sum) = (window[0], 0.0);
            foreach (var value in window)
            {
                highest = Math.Max(highest, value);
                var fall = 100 * (value - highest) / highest;
                sum += fall * fall;
            }

            return sum / window.Length;
        }
    }
}
