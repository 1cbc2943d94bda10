using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>
/// Mean, over chunks counted from the newest bar, of Hurst's rescaled range of the differences: range of their cumulated distances from their mean over their
/// deviation. Cumulated differences are the levels themselves, so that a window of n differences is one of n + 1 levels.
/// </summary>
/// <param name="Size">Differences in a chunk.</param>
/// <param name="Steps">[<paramref name="Size"/>] 1, 2, 3 ...</param>
internal readonly record struct RescaledRangeWindow(int Size, double[] Steps) : IWindow
{
    private readonly double _share = 1.0 / Size;

    public double Over(ReadOnlySpan<double> window)
    {
        var chunks = (window.Length - 1) / Size;
        var sum = 0.0;
        for (var start = window.Length - 1 - (chunks * Size); start < window.Length - 1; start += Size)
        {
            sum += RangeOf(window.Slice(start, Size + 1));
        }

        return sum / chunks;
    }

    private double RangeOf(ReadOnlySpan<double> levels)
    {
        var first = levels[0];
        var mean = (levels[^1] - first) * _share;
        var (origin, slope) = (Vector256.Create(first), Vector256.Create(mean));
        var (least, greatest, sum) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        ref var start = ref MemoryMarshal.GetReference(levels);
        ref var steps = ref MemoryMarshal.GetArrayDataReference(Steps);
        var i = 0;
        for (; i <= Size - 4; i += 4)
        {
            var level = Vector256.LoadUnsafe(ref start, (nuint)(i + 1));
            var distance = level - origin - (Vector256.LoadUnsafe(ref steps, (nuint)i) * slope);
            var move = level - Vector256.LoadUnsafe(ref start, (nuint)i) - slope;
            least = Vector256.ConditionalSelect(Vector256.LessThan(distance, least), distance, least);
            greatest = Vector256.ConditionalSelect(Vector256.GreaterThan(distance, greatest), distance, greatest);
            sum += move * move;
        }

        var low = Vector128.Min(least.GetLower(), least.GetUpper());
        var high = Vector128.Max(greatest.GetLower(), greatest.GetUpper());
        var (lowest, highest, squares) = (Math.Min(low[0], low[1]), Math.Max(high[0], high[1]), Lanes.Fold(sum));
        for (; i < Size; i++)
        {
            var distance = levels[i + 1] - first - (Steps[i] * mean);
            var move = levels[i + 1] - levels[i] - mean;
            (lowest, highest, squares) = (Math.Min(lowest, distance), Math.Max(highest, distance), squares + (move * move));
        }

        var range = highest - lowest;
        return squares > 0 ? Math.Sqrt(range * range * Size / squares) : 0;
    }
}
