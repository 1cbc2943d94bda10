using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Features.Kernels.Windows;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Entropy of returns.</summary>
internal sealed class Entropy : IIndicator
{
    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 50, minimum: 10);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "entropy",
        "Entropy of returns",
        IndicatorFamily.Statistical,
        "How evenly the log returns fill their range: 1 for all alike, 0 where nothing moved.",
        "Shannon (1948) over ten equal bins between the smallest and the largest return (numpy histogram), over ln 10.",
        [Period],
        [new("entropy", OutputUnit.Scaleless, 0, 1)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values) =>
        [bars.LogReturn.Window(values.Whole(Period), new EntropyWindow(InformationTable.Of(values.Whole(Period))))];

    private readonly record struct EntropyWindow(double[] Information) : IWindow
    {
        private const int Bins = 10;

        public double Over(ReadOnlySpan<double> window)
        {
            var (lowest, highest) = (SpanMath.Min(window), SpanMath.Max(window));
            if (lowest == highest)
            {
                return 0;
            }

            Span<int> counts = stackalloc int[Bins + 1];
            counts.Clear();
            var scale = Bins / (highest - lowest);
            foreach (var value in window)
            {
                counts[(int)((value - lowest) * scale)]++;
            }

            // The largest stands on the upper edge of the last bin.
            counts[Bins - 1] += counts[Bins];
            var sum = 0.0;
            foreach (var count in counts[..Bins])
            {
                sum += Information[count];
            }

            return sum / Math.Log(Bins);
        }
    }
}
