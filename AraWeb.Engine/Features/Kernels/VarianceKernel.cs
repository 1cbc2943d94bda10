using System.Runtime.Intrinsics;
using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Folds;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>
/// Mean squared distance of the newest values from their mean, which is a column of its own because many use it. Exactly 0 for equal values. Four rows side by
/// side where there are so many.
/// </summary>
/// <param name="length">Values in the window.</param>
/// <param name="degreesLost">0 for a population, 1 for a sample.</param>
internal sealed class VarianceKernel(int length, int degreesLost) : Kernel
{
    private readonly Vector256<double> _divisor = Vector256.Create((double)(length - degreesLost));

    public override void Run(int from, int to)
    {
        var (source, mean, target) = (Sources[0], Sources[1], Targets[0]);
        for (var row = from; row < to;)
        {
            if (row + Vector256<double>.Count <= to && Vector256.Create(mean, row) is var means && Vector256.EqualsAll(means, means))
            {
                var sums = LaneSum.Of(new FourRows(ref source[row - length + 1]), length, new SquaredDistance(means));
                (sums / _divisor).CopyTo(target, row);
                row += Vector256<double>.Count;
                continue;
            }

            // The mean is known exactly where the window is full of known values.
            target[row] = double.IsNaN(mean[row])
                ? double.NaN
                : (LaneSum.Of(new OneRow(ref source[row - length + 1]), length, new SquaredDistance(Vector256.Create(mean[row]))) / _divisor)[0];
            row++;
        }
    }

    private readonly struct SquaredDistance(Vector256<double> mean) : ITerm
    {
        public Vector256<double> Of(Vector256<double> value, int place)
        {
            var distance = value - mean;
            return distance * distance;
        }
    }
}
