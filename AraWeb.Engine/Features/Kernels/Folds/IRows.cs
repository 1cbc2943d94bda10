using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Features.Kernels.Folds;

/// <summary>The values of a window, the oldest first, for one row or for four neighbouring rows at once; each row has a lane.</summary>
internal interface IRows
{
    /// <summary>The value at a place of the window in each lane.</summary>
    Vector256<double> At(int place);
}
