using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Features.Kernels.Folds;

/// <summary>Sum.</summary>
internal readonly record struct TotalFold : IFold
{
    public Vector256<double> Over<TRows>(TRows rows, int length)
        where TRows : struct, IRows, allows ref struct => LaneSum.Of(rows, length, default(Value));

    private readonly struct Value : ITerm
    {
        public Vector256<double> Of(Vector256<double> value, int place) => value;
    }
}
