using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>
/// The innermost loop of a matrix product with vectors of 16 floats: 8 rows take 16 of the 32 registers for their sums, enough to hide what a
/// multiplication takes.
/// </summary>
internal static unsafe class Tile512
{
    /// <summary>Columns of a tile: two vectors.</summary>
    public const int Columns = 32;

    /// <summary>Rows of the tall tile.</summary>
    public const int Rows = 8;

    /// <summary>Rows of the low tile.</summary>
    public const int LowRows = 4;

    /// <summary>Adds a 8 row product to a tile that holds 8 rows of <see cref="Columns"/>.</summary>
    /// <param name="k">Length of the sums.</param>
    /// <param name="a">First element of the left factor's rows.</param>
    /// <param name="rowStep">Floats between its rows.</param>
    /// <param name="step">Floats between elements of a row.</param>
    /// <param name="b">[k, Columns] the right factor, packed.</param>
    /// <param name="c">The tile.</param>
    /// <param name="width">Floats between its rows.</param>
    /// <param name="add">False overwrites what the tile holds.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Tall(int k, float* a, nint rowStep, nint step, float* b, float* c, nint width, bool add)
    {
        var a0 = a;
        var a1 = a + rowStep;
        var a2 = a + (2 * rowStep);
        var a3 = a + (3 * rowStep);
        var a4 = a + (4 * rowStep);
        var a5 = a + (5 * rowStep);
        var a6 = a + (6 * rowStep);
        var a7 = a + (7 * rowStep);
        var (l0, r0) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (l1, r1) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (l2, r2) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (l3, r3) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (l4, r4) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (l5, r5) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (l6, r6) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (l7, r7) = (Vector512<float>.Zero, Vector512<float>.Zero);
        for (nint p = 0; k > 0; k--, p += step, b += Columns)
        {
            var left = Vector512.LoadAligned(b);
            var right = Vector512.LoadAligned(b + 16);
            var x0 = Vector512.Create(a0[p]);
            l0 = Vector512.FusedMultiplyAdd(x0, left, l0);
            r0 = Vector512.FusedMultiplyAdd(x0, right, r0);
            var x1 = Vector512.Create(a1[p]);
            l1 = Vector512.FusedMultiplyAdd(x1, left, l1);
            r1 = Vector512.FusedMultiplyAdd(x1, right, r1);
            var x2 = Vector512.Create(a2[p]);
            l2 = Vector512.FusedMultiplyAdd(x2, left, l2);
            r2 = Vector512.FusedMultiplyAdd(x2, right, r2);
            var x3 = Vector512.Create(a3[p]);
            l3 = Vector512.FusedMultiplyAdd(x3, left, l3);
            r3 = Vector512.FusedMultiplyAdd(x3, right, r3);
            var x4 = Vector512.Create(a4[p]);
            l4 = Vector512.FusedMultiplyAdd(x4, left, l4);
            r4 = Vector512.FusedMultiplyAdd(x4, right, r4);
            var x5 = Vector512.Create(a5[p]);
            l5 = Vector512.FusedMultiplyAdd(x5, left, l5);
            r5 = Vector512.FusedMultiplyAdd(x5, right, r5);
            var x6 = Vector512.Create(a6[p]);
            l6 = Vector512.FusedMultiplyAdd(x6, left, l6);
            r6 = Vector512.FusedMultiplyAdd(x6, right, r6);
            var x7 = Vector512.Create(a7[p]);
            l7 = Vector512.FusedMultiplyAdd(x7, left, l7);
            r7 = Vector512.FusedMultiplyAdd(x7, right, r7);
        }

        Put(l0, r0, c, add);
        Put(l1, r1, c + width, add);
        Put(l2, r2, c + (2 * width), add);
        Put(l3, r3, c + (3 * width), add);
        Put(l4, r4, c + (4 * width), add);
        Put(l5, r5, c + (5 * width), add);
        Put(l6, r6, c + (6 * width), add);
        Put(l7, r7, c + (7 * width), add);
    }

    /// <summary>Adds a 4 row product to a tile that holds 4 rows of <see cref="Columns"/>.</summary>
    /// <param name="k">Length of the sums.</param>
    /// <param name="a">First element of the left factor's rows.</param>
    /// <param name="rowStep">Floats between its rows.</param>
    /// <param name="step">Floats between elements of a row.</param>
    /// <param name="b">[k, Columns] the right factor, packed.</param>
    /// <param name="c">The tile.</param>
    /// <param name="width">Floats between its rows.</param>
    /// <param name="add">False overwrites what the tile holds.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Low(int k, float* a, nint rowStep, nint step, float* b, float* c, nint width, bool add)
    {
        var a0 = a;
        var a1 = a + rowStep;
        var a2 = a + (2 * rowStep);
        var a3 = a + (3 * rowStep);
        var (l0, r0) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (l1, r1) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (l2, r2) = (Vector512<float>.Zero, Vector512<float>.Zero);
        var (l3, r3) = (Vector512<float>.Zero, Vector512<float>.Zero);
        for (nint p = 0; k > 0; k--, p += step, b += Columns)
        {
            var left = Vector512.LoadAligned(b);
            var right = Vector512.LoadAligned(b + 16);
            var x0 = Vector512.Create(a0[p]);
            l0 = Vector512.FusedMultiplyAdd(x0, left, l0);
            r0 = Vector512.FusedMultiplyAdd(x0, right, r0);
            var x1 = Vector512.Create(a1[p]);
            l1 = Vector512.FusedMultiplyAdd(x1, left, l1);
            r1 = Vector512.FusedMultiplyAdd(x1, right, r1);
            var x2 = Vector512.Create(a2[p]);
            l2 = Vector512.FusedMultiplyAdd(x2, left, l2);
            r2 = Vector512.FusedMultiplyAdd(x2, right, r2);
            var x3 = Vector512.Create(a3[p]);
            l3 = Vector512.FusedMultiplyAdd(x3, left, l3);
            r3 = Vector512.FusedMultiplyAdd(x3, right, r3);
        }

        Put(l0, r0, c, add);
        Put(l1, r1, c + width, add);
        Put(l2, r2, c + (2 * width), add);
        Put(l3, r3, c + (3 * width), add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector512<float> left, Vector512<float> right, float* to, bool add)
    {
        if (add)
        {
            left += Vector512.Load(to);
            right += Vector512.Load(to + 16);
        }

        left.Store(to);
        right.Store(to + 16);
    }
}
