using System.Diagnostics;
using AraWeb.Engine.Models.Neural.Managed;

namespace AraWeb.Engine.Studies.Benchmarks;

/// <summary>How fast square matrices are multiplied on one processor.</summary>
internal static class ProductTimes
{
    private const int Runs = 11;

    /// <summary>Operations of a run: enough that the clock does not matter.</summary>
    private const double WorkOfRun = 4e8;

    /// <summary>Billions of operations a second, the median of several runs.</summary>
    public static unsafe double Measure(int n)
    {
        var (a, b, c) = (new AlignedBuffer(), new AlignedBuffer(), new AlignedBuffer());
        foreach (var factor in (AlignedBuffer[])[a, b])
        {
            var values = new Span<float>(factor.Take(n * n), n * n);
            for (var i = 0; i < values.Length; i++)
            {
                values[i] = ((i % 17) - 8) / 8f;
            }
        }

        var (left, right, result) = (new StepMatrix(a.Take(0), n, n), new StepMatrix(b.Take(0), n, n), new StepMatrix(c.Take(n * n), n, n));
        var product = new MatrixProduct();
        var work = 2.0 * n * n * n;
        var times = new double[Runs];
        for (var run = -1; run < Runs; run++)
        {
            var repeats = Math.Max(1, (int)(WorkOfRun / work));
            var start = Stopwatch.GetTimestamp();
            for (var i = 0; i < repeats; i++)
            {
                product.Multiply(left, right, result, add: false);
            }

            if (run >= 0)
            {
                times[run] = Stopwatch.GetElapsedTime(start).TotalSeconds / repeats;
            }
        }

        GC.KeepAlive(a);
        GC.KeepAlive(b);
        GC.KeepAlive(c);
        return work / new Sample(times).Median / 1e9;
    }
}
