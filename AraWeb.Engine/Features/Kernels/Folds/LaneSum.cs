using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Features.Kernels.Folds;

/// <summary>Sums in a fixed order, four running sums side by side, the same in every lane and however many lanes are used.</summary>
internal static class LaneSum
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector256<double> Of<TRows, TTerm>(TRows rows, int length, TTerm term)
        where TRows : struct, IRows, allows ref struct
        where TTerm : struct, ITerm
    {
        var (a, b, c, d) = (Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero, Vector256<double>.Zero);
        var i = 0;
        for (; i <= length - 4; i += 4)
        {
            a += term.Of(rows.At(i), i);
            b += term.Of(rows.At(i + 1), i + 1);
            c += term.Of(rows.At(i + 2), i + 2);
            d += term.Of(rows.At(i + 3), i + 3);
        }

        for (; i < length; i++)
        {
            a += term.Of(rows.At(i), i);
        }

        return (a + b) + (c + d);
    }
}
