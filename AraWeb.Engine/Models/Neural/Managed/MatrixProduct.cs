using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Neural.Managed;

/// <summary>
/// Products of float matrices given by their steps, so that a transposed factor is the same memory with steps exchanged. Blocked and packed after Goto and
/// van de Geijn, "Anatomy of High-Performance Matrix Multiplication" (2008). Every element is summed in the same order however rows are shared among threads.
/// Keeps its buffers, so it belongs to one thread at a time.
/// </summary>
internal sealed unsafe class MatrixProduct
{
    /// <summary>Floats of the longest sum that stays in the first cache beside a panel: 192 * 32 * 4 bytes are 24 KB of 32.</summary>
    private const int Depth = 192;

    /// <summary>Rows whose packed block of <see cref="Depth"/> fits half of a small second cache.</summary>
    private const int Block = 96;

    /// <summary>A left factor of more floats than this is packed: below, its rows stay in the first cache as they are.</summary>
    private const int PackFrom = 1 << 15;

    private const int TallestTile = 8;
    private const int WidestTile = 32;

    private readonly AlignedBuffer _right = new();
    private readonly AlignedBuffer _left = new();
    private readonly AlignedBuffer _edge = new();

    /// <summary>True where vectors of 16 floats are hardware.</summary>
    private static bool IsWide => Vector512.IsHardwareAccelerated;

    /// <summary>Columns of a panel.</summary>
    public static int Panel => IsWide ? Tile512.Columns : Tile256.Columns;

    private static int Tall => IsWide ? Tile512.Rows : Tile256.Rows;

    private static int Low => IsWide ? Tile512.LowRows : Tile256.LowRows;

    /// <summary>C = A B, or C += A B.</summary>
    /// <param name="a">[m, k] left factor.</param>
    /// <param name="b">[k, n] right factor.</param>
    /// <param name="c">[m, n] result; elements of a row lie side by side.</param>
    /// <param name="add">False overwrites what C holds.</param>
    public void Multiply(StepMatrix a, StepMatrix b, StepMatrix c, bool add) => Multiply(a, Pack(b, _right), c, add);

    /// <summary>Packs a right factor that is used many times.</summary>
    /// <param name="b">The factor.</param>
    /// <param name="into">Where it lies until the buffer is taken again.</param>
    public static PackedMatrix Pack(StepMatrix b, AlignedBuffer into)
    {
        var data = into.Take(PackedMatrix.SizeOf(b.Rows, b.Columns));
        var packed = new PackedMatrix((nint)data, b.Rows, b.Columns);
        for (var panel = 0; panel * Panel < b.Columns; panel++)
        {
            PackPanel(b, panel * Panel, packed.PanelAt(panel));
        }

        return packed;
    }

    /// <summary>C = A B, or C += A B, with a right factor packed before.</summary>
    public void Multiply(StepMatrix a, PackedMatrix b, StepMatrix c, bool add)
    {
        for (var start = 0; start < b.Rows; start += Depth)
        {
            var depth = Math.Min(Depth, b.Rows - start);
            var from = a.At(0, start);
            if ((long)a.Rows * a.Columns <= PackFrom || b.Columns < 2 * Panel)
            {
                Rows(a.Rows, depth, from, a.RowStep, a.Step, b, start, c, add || start > 0);
                continue;
            }

            for (var row = 0; row < a.Rows; row += Block)
            {
                var rows = Math.Min(Block, a.Rows - row);
                var whole = rows / Tall * Tall;
                var left = _left.Take(Block * Depth);
                for (var r = 0; r < whole; r += Tall)
                {
                    PackRows(a.At(row + r, start), a.RowStep, a.Step, Tall, depth, left + (r * depth));
                }

                Packed(whole, depth, left, b, start, c.From(row), add || start > 0);
                Rows(rows - whole, depth, a.At(row + whole, start), a.RowStep, a.Step, b, start, c.From(row + whole), add || start > 0);
            }
        }
    }

    /// <summary>Tiles over rows that lie as they were given.</summary>
    private void Rows(int rows, int depth, float* a, nint rowStep, nint step, PackedMatrix b, int start, StepMatrix c, bool add)
    {
        if (rows == 1 && IsWide)
        {
            OneRow(depth, a, step, b, start, c, add);
            return;
        }

        for (var panel = 0; panel * Panel < b.Columns; panel++)
        {
            var right = b.PanelAt(panel) + ((nint)start * Panel);
            var columns = Math.Min(Panel, b.Columns - (panel * Panel));
            for (var row = 0; row < rows;)
            {
                var height = rows - row >= Tall ? Tall : rows - row >= Low ? Low : 1;
                Tile(height, depth, a + (row * rowStep), rowStep, step, right, c.At(row, panel * Panel), c.RowStep, columns, add);
                row += height;
            }
        }
    }

    /// <summary>Tiles over packed rows; their number is a multiple of the tall tile's.</summary>
    private void Packed(int rows, int depth, float* left, PackedMatrix b, int start, StepMatrix c, bool add)
    {
        for (var panel = 0; panel * Panel < b.Columns; panel++)
        {
            var right = b.PanelAt(panel) + ((nint)start * Panel);
            var columns = Math.Min(Panel, b.Columns - (panel * Panel));
            for (var row = 0; row < rows; row += Tall)
            {
                Tile(Tall, depth, left + (row * depth), 1, Tall, right, c.At(row, panel * Panel), c.RowStep, columns, add);
            }
        }
    }

    private void OneRow(int depth, float* a, nint step, PackedMatrix b, int start, StepMatrix c, bool add)
    {
        var panel = 0;
        for (; (panel + 2) * Panel <= b.Columns && depth == b.Rows; panel += 2)
        {
            RowProduct.Two(depth, a, step, b.PanelAt(panel), c.At(0, panel * Panel), add);
        }

        for (; panel * Panel < b.Columns; panel++)
        {
            var right = b.PanelAt(panel) + ((nint)start * Panel);
            Tile(1, depth, a, 0, step, right, c.At(0, panel * Panel), c.RowStep, Math.Min(Panel, b.Columns - (panel * Panel)), add);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private void Tile(int height, int depth, float* a, nint rowStep, nint step, float* right, float* c, nint width, int columns, bool add)
    {
        if (columns == Panel && height == Tall)
        {
            if (IsWide)
            {
                Tile512.Tall(depth, a, rowStep, step, right, c, width, add);
            }
            else
            {
                Tile256.Tall(depth, a, rowStep, step, right, c, width, add);
            }
        }
        else
        {
            Edge(height, depth, a, rowStep, step, right, c, width, columns, add);
        }
    }

    /// <summary>A tile that is not whole is computed beside and its part is taken over. One row is computed as several equal ones.</summary>
    private void Edge(int height, int depth, float* a, nint rowStep, nint step, float* right, float* c, nint width, int columns, bool add)
    {
        var edge = _edge.Take(TallestTile * WidestTile);
        var isTall = height == Tall;
        var direct = columns == Panel && height == Low;
        var to = direct ? c : edge;
        var toWidth = direct ? width : Panel;
        var from = height == 1 ? 0 : rowStep;

        switch (IsWide, isTall)
        {
            case (true, true):
                Tile512.Tall(depth, a, from, step, right, to, toWidth, direct && add);
                break;
            case (true, false):
                Tile512.Low(depth, a, from, step, right, to, toWidth, direct && add);
                break;
            case (false, true):
                Tile256.Tall(depth, a, from, step, right, to, toWidth, direct && add);
                break;
            default:
                Tile256.Low(depth, a, from, step, right, to, toWidth, direct && add);
                break;
        }

        for (var row = 0; row < height && !direct; row++)
        {
            var source = edge + (row * Panel);
            var target = c + (row * width);
            for (var j = 0; j < columns; j++)
            {
                target[j] = add ? target[j] + source[j] : source[j];
            }
        }
    }

    private static void PackRows(float* a, nint rowStep, nint step, int rows, int depth, float* to)
    {
        for (var p = 0; p < depth; p++, a += step, to += rows)
        {
            for (var r = 0; r < rows; r++)
            {
                to[r] = a[r * rowStep];
            }
        }
    }

    private static void PackPanel(StepMatrix b, int column, float* to)
    {
        var columns = Math.Min(Panel, b.Columns - column);
        for (var row = 0; row < b.Rows; row++, to += Panel)
        {
            var from = b.At(row, column);
            if (b.Step == 1 && columns == Panel)
            {
                new ReadOnlySpan<float>(from, Panel).CopyTo(new Span<float>(to, Panel));
                continue;
            }

            for (var j = 0; j < columns; j++)
            {
                to[j] = from[j * b.Step];
            }

            new Span<float>(to + columns, Panel - columns).Clear();
        }
    }
}
