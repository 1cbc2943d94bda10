using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Numerics.LinearAlgebra;

/// <summary>
/// Products of columns with columns, X'X, for many rows: the rows come in blocks that the caller packs into panels of eight columns, and tiles of four by eight
/// sums stay in registers over a block. Every sum runs over the rows in their order and no product is fused with a sum, so the result is the same to the last
/// bit on every machine for the same blocks. <see cref="Covariance.GramMatrix"/> multiplies few long rows instead.
/// </summary>
internal static class PackedGram
{
    /// <summary>Columns of a panel; the number of columns has to be a multiple.</summary>
    public const int PanelWidth = 8;

    /// <summary>
    /// Rows of a block: two panels of it (15 kB) stay in the first cache, and its size is no power of two, so that panels do not compete for the same lines.
    /// </summary>
    public const int BlockRows = 120;

    private const int TileRows = 4;
    private const int Width = 4;

    /// <summary>The number of columns that panels need for <paramref name="columns"/>.</summary>
    public static int PaddedColumns(int columns) => (columns + PanelWidth - 1) / PanelWidth * PanelWidth;

    /// <summary>Adds X'X of one block to the upper triangle, by tiles; tiles on the diagonal are filled as a whole.</summary>
    /// <param name="panels">[columns / 8][rows][8] the packed block.</param>
    /// <param name="rows">Rows of the block.</param>
    /// <param name="columns">Columns, a multiple of eight.</param>
    /// <param name="gram">[columns * columns] row-major, added to.</param>
    public static void Add(ReadOnlySpan<double> panels, int rows, int columns, Span<double> gram)
    {
        var size = rows * PanelWidth;
        for (var i = 0; i < columns; i += TileRows)
        {
            var left = panels.Slice(i / PanelWidth * size, size);
            for (var j = i / PanelWidth * PanelWidth; j < columns; j += PanelWidth)
            {
                AddTile(left, i % PanelWidth, panels.Slice(j / PanelWidth * size, size), gram[((i * columns) + j)..], columns);
            }
        }
    }

    /// <summary>Copies the upper triangle to the lower one.</summary>
    /// <param name="gram">[n * n] row-major.</param>
    /// <param name="n">Number of rows.</param>
    public static void Mirror(Span<double> gram, int n)
    {
        for (var i = 0; i < n; i++)
        {
            for (var j = i + 1; j < n; j++)
            {
                gram[(j * n) + i] = gram[(i * n) + j];
            }
        }
    }

    private static void AddTile(ReadOnlySpan<double> left, int offset, ReadOnlySpan<double> right, Span<double> target, int stride)
    {
        ref var x = ref Unsafe.Add(ref MemoryMarshal.GetReference(left), offset);
        ref var y = ref MemoryMarshal.GetReference(right);
        var zero = Vector256<double>.Zero;
        var (a0, a1, b0, b1, c0, c1, d0, d1) = (zero, zero, zero, zero, zero, zero, zero, zero);
        for (nuint t = 0; t < (nuint)left.Length; t += PanelWidth)
        {
            var y0 = Vector256.LoadUnsafe(ref y, t);
            var y1 = Vector256.LoadUnsafe(ref y, t + Width);
            var first = Vector256.Create(Unsafe.Add(ref x, t));
            a0 += first * y0;
            a1 += first * y1;
            var second = Vector256.Create(Unsafe.Add(ref x, t + 1));
            b0 += second * y0;
            b1 += second * y1;
            var third = Vector256.Create(Unsafe.Add(ref x, t + 2));
            c0 += third * y0;
            c1 += third * y1;
            var fourth = Vector256.Create(Unsafe.Add(ref x, t + 3));
            d0 += fourth * y0;
            d1 += fourth * y1;
        }

        AddRow(target, a0, a1);
        AddRow(target[stride..], b0, b1);
        AddRow(target[(2 * stride)..], c0, c1);
        AddRow(target[(3 * stride)..], d0, d1);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void AddRow(Span<double> target, Vector256<double> low, Vector256<double> high)
    {
        (Vector256.Create<double>(target) + low).CopyTo(target);
        (Vector256.Create<double>(target[Width..]) + high).CopyTo(target[Width..]);
    }
}
