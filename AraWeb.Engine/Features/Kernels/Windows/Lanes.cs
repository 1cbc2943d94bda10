using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Features.Kernels.Windows;

/// <summary>Sums of vectors in an order that is the same on every machine.</summary>
internal static class Lanes
{
    /// <summary>Sum of the four lanes.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Fold(Vector256<double> lanes) => (lanes[0] + lanes[2]) + (lanes[1] + lanes[3]);
}
