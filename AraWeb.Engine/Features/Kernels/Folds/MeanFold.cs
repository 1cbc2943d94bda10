using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Features.Kernels.Folds;

/// <summary>Arithmetic mean, exact for equal values.</summary>
internal readonly record struct MeanFold : IFold
{
    public Vector256<double> Over<TRows>(TRows rows, int length)
        where TRows : struct, IRows, allows ref struct
    {
        var origin = rows.At(0);
        return origin + (LaneSum.Of(rows, length, new Distance(origin)) / Vector256.Create((double)length));
    }

    private readonly struct Distance(Vector256<double> origin) : ITerm
    {
        public Vector256<double> Of(Vector256<double> value, int place) => value - origin;
    }
}
