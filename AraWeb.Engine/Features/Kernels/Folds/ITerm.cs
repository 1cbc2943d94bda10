using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Features.Kernels.Folds;

/// <summary>What is summed over a window.</summary>
internal interface ITerm
{
    /// <summary>The term of a value at a place of the window.</summary>
    Vector256<double> Of(Vector256<double> value, int place);
}
