using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>
/// Mean squared distance of the newest values from their mean, which is a column of its own because many use it. Exactly 0 for equal values.
/// </summary>
/// <param name="length">Values in the window.</param>
/// <param name="degreesLost">0 for a population, 1 for a sample.</param>
internal sealed class VarianceKernel(int length, int degreesLost) : Kernel
{
    public override void Run(int from, int to)
    {
        var (source, mean, target) = (Sources[0], Sources[1], Targets[0]);
        for (var row = from; row < to; row++)
        {
            // The mean is known exactly where the window is full of known values.
            target[row] = double.IsNaN(mean[row])
                ? double.NaN
                : SpanMath.SumOfSquares(source.AsSpan(row - length + 1, length), mean[row]) / (length - degreesLost);
        }
    }
}
