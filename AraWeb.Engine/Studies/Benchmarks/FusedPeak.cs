using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>How many single-precision operations a second one processor does at best: fused multiplications in registers alone, no memory.</summary>
internal static class FusedPeak
{
    private const int Sums = 12;
    private const int Rounds = 1_000_000;
    private const int Runs = 9;

    /// <summary>Billions of operations a second, a fused multiplication counting two; the best of several runs.</summary>
    public static double Measure()
    {
        var best = double.MaxValue;
        var sink = 0f;
        for (var run = 0; run < Runs; run++)
        {
            var start = Stopwatch.GetTimestamp();
            sink += Spin(Rounds, 1 - 1e-7f);
            best = Math.Min(best, Stopwatch.GetElapsedTime(start).TotalSeconds);
        }

        return float.IsFinite(sink) ? 2.0 * Sums * Vector512<float>.Count * Rounds / best / 1e9 : double.NaN;
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static float Spin(int rounds, float factor)
    {
        var x = Vector512.Create(factor);
        var (a, b, c, d) = (x, x, x, x);
        var (e, f, g, h) = (x, x, x, x);
        var (i, j, k, l) = (x, x, x, x);
        for (; rounds > 0; rounds--)
        {
            a = Vector512.FusedMultiplyAdd(a, x, x);
            b = Vector512.FusedMultiplyAdd(b, x, x);
            c = Vector512.FusedMultiplyAdd(c, x, x);
            d = Vector512.FusedMultiplyAdd(d, x, x);
            e = Vector512.FusedMultiplyAdd(e, x, x);
            f = Vector512.FusedMultiplyAdd(f, x, x);
            g = Vector512.FusedMultiplyAdd(g, x, x);
            h = Vector512.FusedMultiplyAdd(h, x, x);
            i = Vector512.FusedMultiplyAdd(i, x, x);
            j = Vector512.FusedMultiplyAdd(j, x, x);
            k = Vector512.FusedMultiplyAdd(k, x, x);
            l = Vector512.FusedMultiplyAdd(l, x, x);
        }

        return Vector512.Sum(a + b + c + d + e + f + g + h + i + j + k + l);
    }
}
