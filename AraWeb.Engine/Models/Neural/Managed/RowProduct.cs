using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>One row times a packed matrix, four panels at a time: what a recurrent network does at every step of one sequence.</summary>
internal static unsafe class RowProduct
{
    private const int Lanes = 16;
    private const int Columns = 2 * Lanes;

    /// <summary>Adds x times B to 64 or 32 columns of a row; panels of 32 columns lie one after the other.</summary>
    /// <param name="k">Length of the sums.</param>
    /// <param name="x">The row.</param>
    /// <param name="step">Floats between its elements.</param>
    /// <param name="b">[k, 32] a panel, the next k * 32 further.</param>
    /// <param name="c">What is added to.</param>
    /// <param name="add">False overwrites what it holds.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Two(int k, float* x, nint step, float* b, float* c, bool add)
    {
        var other = b + ((nint)k * Columns);
        var (l0, r0, l1, r1) = (Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero, Vector512<float>.Zero);
        for (nint p = 0; k > 0; k--, p += step, b += Columns, other += Columns)
        {
            var value = Vector512.Create(x[p]);
            l0 = Vector512.FusedMultiplyAdd(value, Vector512.LoadAligned(b), l0);
            r0 = Vector512.FusedMultiplyAdd(value, Vector512.LoadAligned(b + Lanes), r0);
            l1 = Vector512.FusedMultiplyAdd(value, Vector512.LoadAligned(other), l1);
            r1 = Vector512.FusedMultiplyAdd(value, Vector512.LoadAligned(other + Lanes), r1);
        }

        if (add)
        {
            l0 += Vector512.Load(c);
            r0 += Vector512.Load(c + Lanes);
            l1 += Vector512.Load(c + Columns);
            r1 += Vector512.Load(c + Columns + Lanes);
        }

        l0.Store(c);
        r0.Store(c + Lanes);
        l1.Store(c + Columns);
        r1.Store(c + Columns + Lanes);
    }
}
