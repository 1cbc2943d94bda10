using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Features.Kernels.Folds;

/// <summary>Sum of the values, or of their distances from the oldest, times fixed weights.</summary>
/// <param name="Weights">[length] the oldest value's first; those from <see cref="Windows.Weights"/> are shared, so that equal windows are one.</param>
/// <param name="FromOldest">True for weights that sum to zero: equal values then give exactly 0.</param>
internal readonly record struct WeighedFold(double[] Weights, bool FromOldest) : IFold
{
    public Vector256<double> Over<TRows>(TRows rows, int length)
        where TRows : struct, IRows, allows ref struct =>
        LaneSum.Of(rows, length, new Product(Weights, FromOldest ? rows.At(0) : Vector256<double>.Zero));

    private readonly struct Product(double[] weights, Vector256<double> origin) : ITerm
    {
        public Vector256<double> Of(Vector256<double> value, int place) => (value - origin) * Vector256.Create(weights[place]);
    }
}
