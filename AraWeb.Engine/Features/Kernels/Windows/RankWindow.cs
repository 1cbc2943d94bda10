using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Share of the earlier values that are smaller than the newest, in percent; equal ones count half.</summary>
internal readonly record struct RankWindow : IWindow
{
    public double Over(ReadOnlySpan<double> window)
    {
        var newest = window[^1];
        var earlier = window[..^1];
        var (one, bound) = (Vector256.Create(1.0), Vector256.Create(newest));
        var counts = Vector256<double>.Zero;
        ref var start = ref MemoryMarshal.GetReference(earlier);
        var i = 0;
        for (; i <= earlier.Length - 4; i += 4)
        {
            // One count where smaller, one where smaller or equal: whole numbers, exact in any order.
            var values = Vector256.LoadUnsafe(ref start, (nuint)i);
            counts += (Vector256.LessThan(values, bound).AsDouble() & one) + (Vector256.LessThanOrEqual(values, bound).AsDouble() & one);
        }

        var doubled = Lanes.Fold(counts);
        for (; i < earlier.Length; i++)
        {
            doubled += (earlier[i] < newest ? 1 : 0) + (earlier[i] <= newest ? 1 : 0);
        }

        return 50 * doubled / earlier.Length;
    }
}
