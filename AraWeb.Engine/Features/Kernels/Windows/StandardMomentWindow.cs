using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Central moment over that power of the deviation, of the population; the fourth less 3. 0 for equal values.</summary>
/// <param name="Power">3 for the skewness, 4 for the excess kurtosis.</param>
internal readonly record struct StandardMomentWindow(int Power) : IWindow
{
    public double Over(ReadOnlySpan<double> window)
    {
        var mean = SpanMath.Mean(window);
        var variance = SpanMath.SumOfSquares(window, mean) / window.Length;
        if (variance == 0)
        {
            return 0;
        }

        var moment = SumOfPowers(window, mean) / window.Length;
        return Power == 3 ? moment / (variance * Math.Sqrt(variance)) : (moment / (variance * variance)) - 3;
    }

    private double SumOfPowers(ReadOnlySpan<double> window, double mean)
    {
        var shift = Vector256.Create(mean);
        var sum = Vector256<double>.Zero;
        ref var start = ref MemoryMarshal.GetReference(window);
        var i = 0;
        for (; i <= window.Length - 4; i += 4)
        {
            var distance = Vector256.LoadUnsafe(ref start, (nuint)i) - shift;
            var square = distance * distance;
            sum += square * (Power == 3 ? distance : square);
        }

        var total = (sum[0] + sum[2]) + (sum[1] + sum[3]);
        for (; i < window.Length; i++)
        {
            var distance = window[i] - mean;
            total += distance * distance * (Power == 3 ? distance : distance * distance);
        }

        return total;
    }
}
