using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Numerics.Covariance;

/// <summary>
/// All products of rows with rows, X X', four rows by two at a time with sums in registers. Every pair is summed in the same order, which depends on the
/// length alone, so neither the place of a row nor its neighbours change a bit of the result.
/// </summary>
internal static class GramMatrix
{
    private const int Width = 4;
    private const int BlockRows = 4;
    private const int BlockColumns = 2;

    /// <summary>[n * n] X X', row-major, both triangles.</summary>
    /// <param name="rows">[n * length] row-major.</param>
    /// <param name="n">Number of rows.</param>
    public static double[] Of(ReadOnlySpan<double> rows, int n)
    {
        var length = rows.Length / n;
        var (paddedRows, paddedLength) = (RoundUp(n, BlockRows), RoundUp(length, Width));
        var padded = new double[paddedRows * paddedLength];
        for (var i = 0; i < n; i++)
        {
            rows.Slice(i * length, length).CopyTo(padded.AsSpan(i * paddedLength));
        }

        var gram = new double[n * n];
        Span<double> block = stackalloc double[BlockRows * BlockColumns];
        for (var i = 0; i < n; i += BlockRows)
        {
            for (var j = 0; j < Math.Min(i + BlockRows, n); j += BlockColumns)
            {
                MultiplyBlock(padded.AsSpan(i * paddedLength, BlockRows * paddedLength), padded.AsSpan(j * paddedLength), paddedLength, block);
                Store(block, i, j, n, gram);
            }
        }

        return gram;
    }

    private static void Store(ReadOnlySpan<double> block, int i, int j, int n, double[] gram)
    {
        for (var a = 0; a < BlockRows && i + a < n; a++)
        {
            for (var b = 0; b < BlockColumns && j + b <= i + a; b++)
            {
                gram[((i + a) * n) + j + b] = gram[((j + b) * n) + i + a] = block[(a * BlockColumns) + b];
            }
        }
    }

    private static void MultiplyBlock(ReadOnlySpan<double> left, ReadOnlySpan<double> right, int length, Span<double> products)
    {
        ref var x = ref MemoryMarshal.GetReference(left);
        ref var y = ref MemoryMarshal.GetReference(right);
        var zero = Vector256<double>.Zero;
        var (p00, p01, p10, p11, p20, p21, p30, p31) = (zero, zero, zero, zero, zero, zero, zero, zero);
        var (second, third, fourth) = ((nuint)length, (nuint)(2 * length), (nuint)(3 * length));
        for (nuint t = 0; t < (nuint)length; t += Width)
        {
            var y0 = Vector256.LoadUnsafe(ref y, t);
            var y1 = Vector256.LoadUnsafe(ref y, second + t);
            var x0 = Vector256.LoadUnsafe(ref x, t);
            p00 += x0 * y0;
            p01 += x0 * y1;
            var x1 = Vector256.LoadUnsafe(ref x, second + t);
            p10 += x1 * y0;
            p11 += x1 * y1;
            var x2 = Vector256.LoadUnsafe(ref x, third + t);
            p20 += x2 * y0;
            p21 += x2 * y1;
            var x3 = Vector256.LoadUnsafe(ref x, fourth + t);
            p30 += x3 * y0;
            p31 += x3 * y1;
        }

        products[0] = Vector256.Sum(p00);
        products[1] = Vector256.Sum(p01);
        products[2] = Vector256.Sum(p10);
        products[3] = Vector256.Sum(p11);
        products[4] = Vector256.Sum(p20);
        products[5] = Vector256.Sum(p21);
        products[6] = Vector256.Sum(p30);
        products[7] = Vector256.Sum(p31);
    }

    private static int RoundUp(int count, int step) => (count + step - 1) / step * step;
}
