using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Regime.Hmm;

/// <summary>
/// How likely each row is in each state. Of a row only ratios between states matter to the recursions, so the largest log density of the row is taken out
/// before the exponential and added back to the likelihood: the likeliest state has 1, and a state more than e^700 times less likely counts as e^-700, so
/// that a row never has zeros alone. A row with a value that is not finite says nothing: 1 in every state.
/// </summary>
internal static class Emissions
{
    /// <summary>Fills densities and, for Student-t emissions, weights.</summary>
    /// <param name="lanes">The parameters.</param>
    /// <param name="rows">[T x D] row by row.</param>
    /// <param name="densities">[T x Width] receives densities, the largest of each row 1.</param>
    /// <param name="weights">[T x Width] receives (nu + D) / (nu + squared distance), the weight of a row in the M-step; not touched for Gaussian
    /// emissions.</param>
    /// <returns>The sum of what was taken out: to be added to the log-likelihood of the densities.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Fill(HmmLanes lanes, ReadOnlySpan<double> rows, Span<double> densities, Span<double> weights)
    {
        var (width, features) = (lanes.Width, lanes.Features);
        var isGaussian = lanes.IsGaussian;
        var degrees = lanes.DegreesOfFreedom;
        var (slope, spread, top) = isGaussian ? (-0.5, 0, 0) : (-0.5 * (degrees + features), 1 / degrees, degrees + features);
        ref var value = ref MemoryMarshal.GetReference(rows);
        ref var density = ref MemoryMarshal.GetReference(densities);
        ref var weight = ref MemoryMarshal.GetReference(weights);
        ref var means = ref MemoryMarshal.GetArrayDataReference(lanes.Means);
        ref var precisions = ref MemoryMarshal.GetArrayDataReference(lanes.Precisions);
        ref var constants = ref MemoryMarshal.GetArrayDataReference(lanes.Constants);
        var count = rows.Length / features;
        var offset = 0.0;
        for (var t = 0; t < count; t++)
        {
            var highest = Vector256.Create(double.NegativeInfinity);
            var isKnown = true;
            var first = (nuint)(t * width);
            for (var k = 0; k < width; k += HmmLanes.Lane)
            {
                var distance = Vector256<double>.Zero;
                for (var d = 0; d < features; d++)
                {
                    var at = (nuint)((d * width) + k);
                    var gap = Vector256.Create(Unsafe.Add(ref value, (t * features) + d)) - Vector256.LoadUnsafe(ref means, at);
                    distance += gap * gap * Vector256.LoadUnsafe(ref precisions, at);
                }

                isKnown &= double.IsFinite(distance.ToScalar());
                var exponent = distance;
                if (!isGaussian)
                {
                    (Vector256.Create(top) / (Vector256.Create(degrees) + distance)).StoreUnsafe(ref weight, first + (nuint)k);
                    exponent = VectorMath.Log(Vector256.Create(1.0) + (distance * spread));
                }

                var log = Vector256.LoadUnsafe(ref constants, (nuint)k) + (exponent * slope);
                log.StoreUnsafe(ref density, first + (nuint)k);
                highest = Vector256.MaxNative(highest, log);
            }

            if (isKnown)
            {
                var two = Vector128.MaxNative(highest.GetLower(), highest.GetUpper());
                var most = Math.Max(two.GetElement(0), two.GetElement(1));
                offset += most;
                for (var k = 0; k < width; k += HmmLanes.Lane)
                {
                    VectorMath.Exp(Vector256.LoadUnsafe(ref density, first + (nuint)k) - Vector256.Create(most)).StoreUnsafe(ref density, first + (nuint)k);
                }
            }
            else
            {
                densities.Slice(t * width, width).Fill(1);
            }
        }

        return offset;
    }
}
