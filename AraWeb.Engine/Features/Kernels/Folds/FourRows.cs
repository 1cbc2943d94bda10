using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Features.Kernels.Folds;

/// <summary>The windows of four neighbouring rows: each begins a value later than the one before.</summary>
internal readonly ref struct FourRows(ref double start) : IRows
{
    private readonly ref double _start = ref start;

    public Vector256<double> At(int place) => Vector256.LoadUnsafe(ref _start, (nuint)place);
}
