using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels;
using AraWeb.Engine.Features.Kernels.Windows;

namespace AraWeb.Engine.Features.Indicators.Statistical;

/// <summary>Fractal dimension.</summary>
internal sealed class FractalDimension : IIndicator
{
    private const int Longest = 8;

    private static readonly IndicatorParameter Period = IndicatorParameter.Whole("period", 64, minimum: 20);

    /// <inheritdoc/>
    public IndicatorSpec Spec { get; } = new(
        "fractal-dimension",
        "Fractal dimension",
        IndicatorFamily.Statistical,
        "Roughness of the path of the close: 1 for a line, 1.5 for a random walk, 2 for noise.",
        "Higuchi (1988), distances up to 8 bars. Unknown where the close did not move over one of the distances.",
        [Period],
        [new("dimension", OutputUnit.Scaleless)]);

    /// <inheritdoc/>
    public IReadOnlyList<Column> Build(BarInputs bars, ParameterValues values)
    {
        var period = values.Whole(Period);
        Column? sum = null;
        for (var step = 1; step <= Longest; step++)
        {
            var length = bars.Close.Window(period, new CurveLengthWindow(step, CurveWeights(period, step))).Log() * Slope(step);
            sum = sum is null ? length : sum + length;
        }

        return [sum!];
    }

    // Weight of a logarithm in the slope of all over the logarithm of 1 / step.
    private static double Slope(int step)
    {
        var logs = Enumerable.Range(1, Longest).Select(each => -Math.Log(each)).ToArray();
        var mean = logs.Average();
        return (logs[step - 1] - mean) / logs.Sum(log => (log - mean) * (log - mean));
    }

    // Of the distance that begins at each bar: Higuchi's norm for its starting point, over the steps in it and the number of starting points.
    private static double[] CurveWeights(int period, int step) => Weights.Of($"higuchi {step}", period, length =>
    [
        .. Enumerable.Range(0, length - step).Select(bar => (length - 1.0) / ((length - 1 - (bar % step)) / step * (double)step * step * step)),
    ]);

    private readonly record struct CurveLengthWindow(int Step, double[] Weights) : IWindow
    {
        public double Over(ReadOnlySpan<double> window)
        {
            ref var start = ref MemoryMarshal.GetReference(window);
            ref var weights = ref MemoryMarshal.GetArrayDataReference(Weights);
            var sum = Vector256<double>.Zero;
            var count = window.Length - Step;
            var i = 0;
            for (; i <= count - 4; i += 4)
            {
                var move = Vector256.LoadUnsafe(ref start, (nuint)(i + Step)) - Vector256.LoadUnsafe(ref start, (nuint)i);
                sum += Vector256.Abs(move) * Vector256.LoadUnsafe(ref weights, (nuint)i);
            }

            var total = (sum[0] + sum[2]) + (sum[1] + sum[3]);
            for (; i < count; i++)
            {
                total += Math.Abs(window[i + Step] - window[i]) * Weights[i];
            }

            return total;
        }
    }
}
