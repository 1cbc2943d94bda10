using System.Runtime.Intrinsics;
using AraWeb.Engine.Features.Graph;
using AraWeb.Engine.Features.Kernels.Folds;

namespace AraWeb.Engine.Features.Kernels;

/// <summary>Slides a window over a column, four rows side by side where there are so many; unknown until the window is full of known values.</summary>
internal sealed class FoldKernel<TFold>(int length, TFold fold) : Kernel
    where TFold : struct, IFold
{
    private int _known;

    public override void Reset() => _known = 0;

    public override void Run(int from, int to)
    {
        var (source, target) = (Sources[0], Targets[0]);
        var known = _known;
        for (var row = from; row < to;)
        {
            if (row + Vector256<double>.Count <= to && known + 1 >= length && AllKnown(source, row))
            {
                fold.Over(new FourRows(ref source[row - length + 1]), length).CopyTo(target, row);
                (row, known) = (row + Vector256<double>.Count, length);
                continue;
            }

            known = double.IsNaN(source[row]) ? 0 : Math.Min(known + 1, length);
            target[row] = known < length ? double.NaN : fold.Over(new OneRow(ref source[row - length + 1]), length)[0];
            row++;
        }

        _known = known;
    }

    private static bool AllKnown(double[] source, int row)
    {
        var values = Vector256.Create(source, row);
        return Vector256.EqualsAll(values, values);
    }
}
