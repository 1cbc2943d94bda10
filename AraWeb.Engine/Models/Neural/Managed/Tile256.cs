using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>
/// The innermost loop of a matrix product with vectors of 8 floats: 6 rows take 12 of the 16 registers for their sums, two hold the right factor and
/// one the left.
/// </summary>
internal static unsafe class Tile256
{
    /// <summary>Columns of a tile: two vectors.</summary>
    public const int Columns = 16;

    /// <summary>Rows of the tall tile.</summary>
    public const int Rows = 6;

    /// <summary>Rows of the low tile.</summary>
    public const int LowRows = 2;

    /// <summary>Adds a 6 row product to a tile that holds 6 rows of <see cref="Columns"/>.</summary>
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
        var (l0, r0) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (l1, r1) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (l2, r2) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (l3, r3) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (l4, r4) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (l5, r5) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (nint p = 0; k > 0; k--, p += step, b += Columns)
        {
            var left = Vector256.LoadAligned(b);
            var right = Vector256.LoadAligned(b + 8);
            var x0 = Vector256.Create(a0[p]);
            l0 = Vector256.FusedMultiplyAdd(x0, left, l0);
            r0 = Vector256.FusedMultiplyAdd(x0, right, r0);
            var x1 = Vector256.Create(a1[p]);
            l1 = Vector256.FusedMultiplyAdd(x1, left, l1);
            r1 = Vector256.FusedMultiplyAdd(x1, right, r1);
            var x2 = Vector256.Create(a2[p]);
            l2 = Vector256.FusedMultiplyAdd(x2, left, l2);
            r2 = Vector256.FusedMultiplyAdd(x2, right, r2);
            var x3 = Vector256.Create(a3[p]);
            l3 = Vector256.FusedMultiplyAdd(x3, left, l3);
            r3 = Vector256.FusedMultiplyAdd(x3, right, r3);
            var x4 = Vector256.Create(a4[p]);
            l4 = Vector256.FusedMultiplyAdd(x4, left, l4);
            r4 = Vector256.FusedMultiplyAdd(x4, right, r4);
            var x5 = Vector256.Create(a5[p]);
            l5 = Vector256.FusedMultiplyAdd(x5, left, l5);
            r5 = Vector256.FusedMultiplyAdd(x5, right, r5);
        }

        Put(l0, r0, c, add);
        Put(l1, r1, c + width, add);
        Put(l2, r2, c + (2 * width), add);
        Put(l3, r3, c + (3 * width), add);
        Put(l4, r4, c + (4 * width), add);
        Put(l5, r5, c + (5 * width), add);
    }

    /// <summary>Adds a 2 row product to a tile that holds 2 rows of <see cref="Columns"/>.</summary>
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
        var (l0, r0) = (Vector256<float>.Zero, Vector256<float>.Zero);
        var (l1, r1) = (Vector256<float>.Zero, Vector256<float>.Zero);
        for (nint p = 0; k > 0; k--, p += step, b += Columns)
        {
            var left = Vector256.LoadAligned(b);
            var right = Vector256.LoadAligned(b + 8);
            var x0 = Vector256.Create(a0[p]);
            l0 = Vector256.FusedMultiplyAdd(x0, left, l0);
            r0 = Vector256.FusedMultiplyAdd(x0, right, r0);
            var x1 = Vector256.Create(a1[p]);
            l1 = Vector256.FusedMultiplyAdd(x1, left, l1);
            r1 = Vector256.FusedMultiplyAdd(x1, right, r1);
        }

        Put(l0, r0, c, add);
        Put(l1, r1, c + width, add);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Put(Vector256<float> left, Vector256<float> right, float* to, bool add)
    {
        if (add)
        {
            left += Vector256.Load(to);
            right += Vector256.Load(to + 8);
        }

        left.Store(to);
        right.Store(to + 8);
    }
}
