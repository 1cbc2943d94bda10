using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using AraWeb.Engine.Numerics;

namespace AraWeb.Engine.Regime.Hmm;

/// <summary>
/// The two passes of Baum and Welch (1970) in the scaled form of Rabiner (1989, section V.A): after each row the probabilities are brought back to the sum
/// 1 and the logarithm of what was divided by is added up. Any factor common to all states of a row cancels in every ratio that the passes form, so the
/// result equals the recursion on logarithms; it is safe because the densities of a row have 1 as their largest value and e^-700 as their smallest
/// (<see cref="Emissions"/>), and because no state is predicted with less than <see cref="Least"/>: so no sum can be zero and no quotient infinite.
/// Knows nothing of how densities come about.
/// </summary>
internal static class ForwardBackward
{
    /// <summary>
    /// What a probability is raised to when it is smaller: with a density of 1 its product still is a normal number, and so is one over it.
    /// </summary>
    public const double Least = 1e-300;

    /// <summary>Filtered probabilities of all rows.</summary>
    /// <param name="lanes">Gives the initial and the transition probabilities.</param>
    /// <param name="densities">[T x Width] of each row in each state, up to a factor per row.</param>
    /// <param name="filtered">[T x Width] receives the probabilities of the states given the rows so far.</param>
    /// <param name="scales">[T rounded up to a multiple of four] receives each row's likelihood given the rows before it, then ones.</param>
    /// <returns>The log-likelihood of the densities.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Forward(HmmLanes lanes, ReadOnlySpan<double> densities, Span<double> filtered, Span<double> scales)
    {
        var width = lanes.Width;
        var count = densities.Length / width;
        ref var density = ref MemoryMarshal.GetReference(densities);
        ref var state = ref MemoryMarshal.GetReference(filtered);
        lanes.Initial.CopyTo(filtered);
        scales[0] = Weigh(ref state, ref density, width);
        for (var t = 1; t < count; t++)
        {
            // The next row is predicted from the product and divided afterwards, so that it need not wait for the sum.
            ref var next = ref Unsafe.Add(ref state, width);
            density = ref Unsafe.Add(ref density, width);
            Predict(lanes, ref state, 1 / scales[t - 1], ref next);
            scales[t] = Weigh(ref next, ref density, width);
            Scale(ref state, 1 / scales[t - 1], width);
            state = ref next;
        }

        Scale(ref state, 1 / scales[count - 1], width);
        scales[count..].Fill(1);
        return LogSum(scales);
    }

    /// <summary>The probabilities one row on, before that row is seen: from numbers that are the probabilities but for a factor.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Predict(HmmLanes lanes, ref double state, double factor, ref double next)
    {
        var (width, states) = (lanes.Width, lanes.States);
        ref var transition = ref MemoryMarshal.GetArrayDataReference(lanes.Transition);
        for (var k = 0; k < width; k += HmmLanes.Lane)
        {
            var sum = Vector256<double>.Zero;
            for (var i = 0; i < states; i++)
            {
                sum += Vector256.Create(Unsafe.Add(ref state, i)) * Vector256.LoadUnsafe(ref transition, (nuint)((i * width) + k));
            }

            Vector256.MaxNative(sum * factor, Vector256.Create(Least)).StoreUnsafe(ref next, (nuint)k);
        }
    }

    /// <summary>Multiplies predicted probabilities by the densities of the row; returns the sum of the products: the row's likelihood.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Weigh(ref double state, ref double density, int width)
    {
        var total = Vector256<double>.Zero;
        for (var k = 0; k < width; k += HmmLanes.Lane)
        {
            var product = Vector256.LoadUnsafe(ref state, (nuint)k) * Vector256.LoadUnsafe(ref density, (nuint)k);
            product.StoreUnsafe(ref state, (nuint)k);
            total += product;
        }

        return Vector256.Sum(total);
    }

    /// <summary>Multiplies all by a number.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Scale(ref double state, double factor, int width)
    {
        for (var k = 0; k < width; k += HmmLanes.Lane)
        {
            (Vector256.LoadUnsafe(ref state, (nuint)k) * factor).StoreUnsafe(ref state, (nuint)k);
        }
    }

    /// <summary>Smoothed probabilities of all rows and expected transitions; for the M-step only, since they know the rows that follow.</summary>
    /// <param name="lanes">Gives the transition probabilities.</param>
    /// <param name="densities">As for <see cref="Forward"/>.</param>
    /// <param name="filtered">[T x Width] what <see cref="Forward"/> left; becomes the probabilities given all rows.</param>
    /// <param name="counts">[K x Width] receives the expected number of transitions from the row's state to the column's.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Backward(HmmLanes lanes, ReadOnlySpan<double> densities, Span<double> filtered, Span<double> counts)
    {
        var (width, states) = (lanes.Width, lanes.States);
        Span<double> room = stackalloc double[2 * width];
        room.Fill(1);
        counts.Clear();
        ref var after = ref MemoryMarshal.GetReference(room);
        ref var seen = ref Unsafe.Add(ref after, width);
        ref var sums = ref MemoryMarshal.GetReference(counts);
        ref var arrivals = ref MemoryMarshal.GetArrayDataReference(lanes.Arrivals);
        for (var t = (densities.Length / width) - 2; t >= 0; t--)
        {
            // Seen: how likely what comes after row t is, given the state at t + 1. After: the same given the state at t. Both up to a factor.
            ref var density = ref Unsafe.Add(ref MemoryMarshal.GetReference(densities), (t + 1) * width);
            var total = Vector256<double>.Zero;
            for (var k = 0; k < width; k += HmmLanes.Lane)
            {
                var product = Vector256.LoadUnsafe(ref after, (nuint)k) * Vector256.LoadUnsafe(ref density, (nuint)k);
                product.StoreUnsafe(ref seen, (nuint)k);
                total += product;
            }

            ref var state = ref Unsafe.Add(ref MemoryMarshal.GetReference(filtered), t * width);
            var factor = Vector256.Create(1 / Vector256.Sum(total));
            var joint = Vector256<double>.Zero;
            for (var k = 0; k < width; k += HmmLanes.Lane)
            {
                var sum = Vector256<double>.Zero;
                for (var j = 0; j < states; j++)
                {
                    sum += Vector256.Create(Unsafe.Add(ref seen, j)) * Vector256.LoadUnsafe(ref arrivals, (nuint)((j * width) + k));
                }

                sum = Vector256.MaxNative(sum * factor, Vector256.Create(Least));
                sum.StoreUnsafe(ref after, (nuint)k);
                joint += sum * Vector256.LoadUnsafe(ref state, (nuint)k);
            }

            var share = Vector256.Create(1 / Vector256.Sum(joint));
            for (var k = 0; k < width; k += HmmLanes.Lane)
            {
                var next = Vector256.LoadUnsafe(ref seen, (nuint)k) * factor;
                for (var i = 0; i < states; i++)
                {
                    var at = (nuint)((i * width) + k);
                    (Vector256.LoadUnsafe(ref sums, at) + (Vector256.Create(Unsafe.Add(ref state, i)) * share * next)).StoreUnsafe(ref sums, at);
                }
            }

            for (var k = 0; k < width; k += HmmLanes.Lane)
            {
                (Vector256.LoadUnsafe(ref state, (nuint)k) * share * Vector256.LoadUnsafe(ref after, (nuint)k)).StoreUnsafe(ref state, (nuint)k);
            }
        }

        for (var i = 0; i < states * width; i++)
        {
            counts[i] *= lanes.Transition[i];
        }
    }

    /// <summary>Sum of the logarithms of positive numbers, a multiple of four of them.</summary>
    private static double LogSum(ReadOnlySpan<double> values)
    {
        var sum = Vector256<double>.Zero;
        ref var start = ref MemoryMarshal.GetReference(values);
        for (var i = 0; i < values.Length; i += HmmLanes.Lane)
        {
            sum += VectorMath.Log(Vector256.LoadUnsafe(ref start, (nuint)i));
        }

        return Vector256.Sum(sum);
    }
}
