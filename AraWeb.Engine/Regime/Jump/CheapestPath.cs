using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Regime.Jump;

/// <summary>
/// Dynamic programming over the states of a jump model: the value of a state at a row is the least cost of a path that ends there. Since a change costs the
/// same whichever way it goes, only the cheapest state before has to be looked at, so a row costs K steps and not K squared.
/// </summary>
internal static class CheapestPath
{
    /// <summary>Values of all rows.</summary>
    /// <param name="lanes">The parameters.</param>
    /// <param name="rows">[T x D] row by row.</param>
    /// <param name="values">[T x Width] receives the least cost of a path to each state.</param>
    /// <param name="least">[T] receives the smallest value of each row.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Forward(JumpLanes lanes, ReadOnlySpan<double> rows, Span<double> values, Span<double> least)
    {
        var (width, features) = (lanes.Width, lanes.Features);
        ref var value = ref MemoryMarshal.GetReference(values);
        ref var before = ref value;
        ref var row = ref MemoryMarshal.GetReference(rows);
        least[0] = Add(lanes, ref row, ref value, 0, ref value);
        for (var t = 1; t < least.Length; t++)
        {
            ref var here = ref Unsafe.Add(ref value, t * width);
            least[t] = Add(lanes, ref Unsafe.Add(ref row, t * features), ref before, least[t - 1] + lanes.Penalty, ref here);
            before = ref here;
        }
    }

    /// <summary>One row: values from those before it.</summary>
    /// <param name="lanes">The parameters.</param>
    /// <param name="row">[D] the row.</param>
    /// <param name="before">[Width] values before it.</param>
    /// <param name="change">What coming from the cheapest state costs: its value and the penalty.</param>
    /// <param name="value">[Width] receives the values; may be the same place.</param>
    /// <returns>The smallest of them.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Add(JumpLanes lanes, ref double row, ref double before, double change, ref double value)
    {
        var (width, features) = (lanes.Width, lanes.Features);
        ref var centres = ref MemoryMarshal.GetArrayDataReference(lanes.Centres);
        var least = Vector256.Create(double.PositiveInfinity);
        for (var k = 0; k < width; k += JumpLanes.Lane)
        {
            var distance = Vector256<double>.Zero;
            for (var d = 0; d < features; d++)
            {
                var gap = Vector256.Create(Unsafe.Add(ref row, d)) - Vector256.LoadUnsafe(ref centres, (nuint)((d * width) + k));
                distance += gap * gap;
            }

            var cost = Vector256.MinNative(Vector256.LoadUnsafe(ref before, (nuint)k), Vector256.Create(change)) + (distance * 0.5);
            cost.StoreUnsafe(ref value, (nuint)k);
            least = Vector256.MinNative(least, cost);
        }

        var two = Vector128.MinNative(least.GetLower(), least.GetUpper());
        return Vector128.MinNative(two, Vector128.Shuffle(two, Vector128.Create(1L, 0L))).ToScalar();
    }

    /// <summary>The path that the values lead to; staying is preferred to a change that costs the same, the lower number among equal states.</summary>
    /// <returns>The objective of the path.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static double Backtrack(JumpLanes lanes, ReadOnlySpan<double> values, ReadOnlySpan<double> least, Span<int> path)
    {
        var width = lanes.Width;
        var state = values.Slice((path.Length - 1) * width, lanes.States).IndexOf(least[^1]);
        path[^1] = state;
        for (var t = path.Length - 2; t >= 0; t--)
        {
            if (values[(t * width) + state] > least[t] + lanes.Penalty)
            {
                state = values.Slice(t * width, lanes.States).IndexOf(least[t]);
            }

            path[t] = state;
        }

        return least[^1];
    }
}
