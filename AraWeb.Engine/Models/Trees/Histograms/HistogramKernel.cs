using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Trees.Histograms;

/// <summary>
/// Sums first and second derivatives by bin. A bin is a pair of doubles: the sum of first derivatives, the sum of second ones. Rows are added in the order
/// given, so that a histogram is the same whichever thread makes it.
/// </summary>
internal static class HistogramKernel
{
    /// <summary>Columns that one pass over the rows takes.</summary>
    public const int ColumnsAtOnce = 4;

    /// <summary>Adds rows to the histogram of one column.</summary>
    /// <param name="column">[N] bins.</param>
    /// <param name="rows">[n] which rows.</param>
    /// <param name="pairs">[n] their derivatives, in the same order.</param>
    /// <param name="bins">Receives sums; as long as the column has bins.</param>
    public static void Add(byte[] column, ReadOnlySpan<int> rows, ReadOnlySpan<Vector128<double>> pairs, Span<Vector128<double>> bins)
    {
        ref var first = ref MemoryMarshal.GetReference(bins);
        ref var c = ref MemoryMarshal.GetArrayDataReference(column);
        for (var i = 0; i < rows.Length; i++)
        {
            Unsafe.Add(ref first, (nuint)Unsafe.Add(ref c, rows[i])) += pairs[i];
        }
    }

    /// <summary>The same for four columns: a row's derivatives are read once, and four sums go on without waiting for each other.</summary>
    public static void Add(
        ReadOnlySpan<byte[]> columns,
        ReadOnlySpan<int> rows,
        ReadOnlySpan<Vector128<double>> pairs,
        Span<Vector128<double>> bins0,
        Span<Vector128<double>> bins1,
        Span<Vector128<double>> bins2,
        Span<Vector128<double>> bins3)
    {
        ref var h0 = ref MemoryMarshal.GetReference(bins0);
        ref var h1 = ref MemoryMarshal.GetReference(bins1);
        ref var h2 = ref MemoryMarshal.GetReference(bins2);
        ref var h3 = ref MemoryMarshal.GetReference(bins3);
        ref var c0 = ref MemoryMarshal.GetArrayDataReference(columns[0]);
        ref var c1 = ref MemoryMarshal.GetArrayDataReference(columns[1]);
        ref var c2 = ref MemoryMarshal.GetArrayDataReference(columns[2]);
        ref var c3 = ref MemoryMarshal.GetArrayDataReference(columns[3]);
        ref var row = ref MemoryMarshal.GetReference(rows);
        ref var pair = ref MemoryMarshal.GetReference(pairs);
        for (nuint i = 0; i < (nuint)rows.Length; i++)
        {
            var r = (nuint)Unsafe.Add(ref row, i);
            var p = Unsafe.Add(ref pair, i);
            Unsafe.Add(ref h0, (nuint)Unsafe.Add(ref c0, r)) += p;
            Unsafe.Add(ref h1, (nuint)Unsafe.Add(ref c1, r)) += p;
            Unsafe.Add(ref h2, (nuint)Unsafe.Add(ref c2, r)) += p;
            Unsafe.Add(ref h3, (nuint)Unsafe.Add(ref c3, r)) += p;
        }
    }

    /// <summary>Turns a parent's histogram into that of one child by taking away the other's.</summary>
    public static void Subtract(Span<Vector128<double>> parent, ReadOnlySpan<Vector128<double>> child)
    {
        for (var i = 0; i < parent.Length; i++)
        {
            parent[i] -= child[i];
        }
    }
}
