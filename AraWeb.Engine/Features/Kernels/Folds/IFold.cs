using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Features.Kernels.Folds;

/// <summary>A function of the newest values of a column that takes them one after the other, so that neighbouring rows can go side by side.</summary>
internal interface IFold
{
    /// <summary>The result in each lane; none of the values is NaN.</summary>
    Vector256<double> Over<TRows>(TRows rows, int length)
        where TRows : struct, IRows, allows ref struct;
}
