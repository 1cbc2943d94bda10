using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Features.Kernels.Folds;

/// <summary>The window of one row, in the first lane.</summary>
internal readonly ref struct OneRow(ref double start) : IRows
{
    private readonly ref double _start = ref start;

    public Vector256<double> At(int place) => Vector256.CreateScalar(Unsafe.Add(ref _start, place));
}
