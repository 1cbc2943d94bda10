using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Features.Kernels.Folds;

/// <summary>Greatest value.</summary>
internal readonly record struct HighestFold : IFold
{
    public Vector256<double> Over<TRows>(TRows rows, int length)
        where TRows : struct, IRows, allows ref struct
    {
        var best = rows.At(0);
        for (var i = 1; i < length; i++)
        {
            var next = rows.At(i);
            best = Vector256.ConditionalSelect(Vector256.GreaterThan(next, best), next, best);
        }

        return best;
    }
}
