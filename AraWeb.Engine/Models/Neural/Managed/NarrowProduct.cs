using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>Adds products of matrices with few columns, as a head of attention has: eight columns at a time, eight rows at once, nothing packed.</summary>
internal static unsafe class NarrowProduct
{
    /// <summary>Columns are a multiple of this.</summary>
    public const int Columns = 8;

    private const int Rows = 8;

    /// <summary>C += A B.</summary>
    /// <param name="a">[m, k] left factor.</param>
    /// <param name="b">[k, n] right factor, rows <paramref name="bWidth"/> floats apart.</param>
    /// <param name="bWidth">Floats between rows of the right factor.</param>
    /// <param name="n">Columns, a multiple of eight.</param>
    /// <param name="c">[m, n] what is added to.</param>
    /// <param name="cWidth">Floats between its rows.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Add(StepMatrix a, float* b, nint bWidth, int n, float* c, nint cWidth)
    {
        for (var row = 0; row < a.Rows; row += Rows)
        {
            var rows = Math.Min(Rows, a.Rows - row);
            for (var column = 0; column < n; column += Columns)
            {
                Block(a.At(row, 0), a.RowStep, a.Step, rows, a.Columns, b + column, bWidth, c + (row * cWidth) + column, cWidth);
            }
        }
    }

    /// <summary>Rows that are not there repeat the last and are not written.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void Block(float* a, nint rowStep, nint step, int rows, int k, float* b, nint bWidth, float* c, nint cWidth)
    {
        var last = rows - 1;
        var a0 = a;
        var a1 = a + (Math.Min(1, last) * rowStep);
        var a2 = a + (Math.Min(2, last) * rowStep);
        var a3 = a + (Math.Min(3, last) * rowStep);
        var a4 = a + (Math.Min(4, last) * rowStep);
        var a5 = a + (Math.Min(5, last) * rowStep);
        var a6 = a + (Math.Min(6, last) * rowStep);
        var a7 = a + (Math.Min(7, last) * rowStep);
        var (s0, s1, s2, s3) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        var (s4, s5, s6, s7) = (Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero, Vector256<float>.Zero);
        for (nint p = 0; k > 0; k--, p += step, b += bWidth)
        {
            var right = Vector256.Load(b);
            s0 = Vector256.FusedMultiplyAdd(Vector256.Create(a0[p]), right, s0);
            s1 = Vector256.FusedMultiplyAdd(Vector256.Create(a1[p]), right, s1);
            s2 = Vector256.FusedMultiplyAdd(Vector256.Create(a2[p]), right, s2);
            s3 = Vector256.FusedMultiplyAdd(Vector256.Create(a3[p]), right, s3);
            s4 = Vector256.FusedMultiplyAdd(Vector256.Create(a4[p]), right, s4);
            s5 = Vector256.FusedMultiplyAdd(Vector256.Create(a5[p]), right, s5);
            s6 = Vector256.FusedMultiplyAdd(Vector256.Create(a6[p]), right, s6);
            s7 = Vector256.FusedMultiplyAdd(Vector256.Create(a7[p]), right, s7);
        }

        Put(s0, c, 0, last, cWidth);
        Put(s1, c, 1, last, cWidth);
        Put(s2, c, 2, last, cWidth);
        Put(s3, c, 3, last, cWidth);
        Put(s4, c, 4, last, cWidth);
        Put(s5, c, 5, last, cWidth);
        Put(s6, c, 6, last, cWidth);
        Put(s7, c, 7, last, cWidth);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector256<float> sum, float* c, int row, int last, nint width)
    {
        if (row <= last)
        {
            var to = c + (row * width);
            (Vector256.Load(to) + sum).Store(to);
        }
    }
}
