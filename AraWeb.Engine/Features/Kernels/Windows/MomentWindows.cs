using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Skewness and excess kurtosis of the first column, of the population; 0 for equal values.</summary>
internal readonly record struct MomentWindows : IPairWindows
{
    public int Outputs => 2;

    public void Over(ReadOnlySpan<double> first, ReadOnlySpan<double> second, Span<double> results)
    {
        var mean = SpanMath.Mean(first);
        var shift = Vector256.Create(mean);
        var (squares, cubes, fourths) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        ref var start = ref MemoryMarshal.GetReference(first);
        var i = 0;
        for (; i <= first.Length - 4; i += 4)
        {
            var distance = Vector256.LoadUnsafe(ref start, (nuint)i) - shift;
            var square = distance * distance;
            squares += square;
            cubes += square * distance;
            fourths += square * square;
        }

        var (two, three, four) = (Lanes.Fold(squares), Lanes.Fold(cubes), Lanes.Fold(fourths));
        for (; i < first.Length; i++)
        {
            var distance = first[i] - mean;
            var square = distance * distance;
            (two, three, four) = (two + square, three + (square * distance), four + (square * square));
        }

        var variance = two / first.Length;
        (results[0], results[1]) = variance == 0
            ? (0, 0)
            : (three / first.Length / (variance * Math.Sqrt(variance)), (four / first.Length / (variance * variance)) - 3);
    }
}
