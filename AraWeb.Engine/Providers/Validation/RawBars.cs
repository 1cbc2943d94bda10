using AraWeb.Engine.Core;

namespace AraWeb.Engine.Providers.Validation;

/// <summary>Rows as a file has them: in any order, with any price. NaN stands for a value that could not be read.</summary>
internal sealed class RawBars
{
    private BarColumns _columns;
    private int[] _rows;

    /// <summary>Makes room for <paramref name="capacity"/> rows; more are taken as they come.</summary>
    public RawBars(int capacity)
    {
        _columns = new BarColumns(capacity);
        _rows = new int[capacity];
    }

    /// <summary>Rows with a readable stamp.</summary>
    public int Count { get; private set; }

    /// <summary>Rows of the file altogether, blank lines apart.</summary>
    public int RowsRead { get; set; }

    /// <summary>False where the file has no volume column.</summary>
    public bool HasVolume { get; init; } = true;

    /// <summary>What the reader itself found.</summary>
    public DefectLog Log { get; } = new();

    /// <summary>[Count] stamps, milliseconds since 1970-01-01 UTC.</summary>
    public ReadOnlySpan<long> Times => _columns.Times.AsSpan(0, Count);

    /// <summary>[Count] lines in the file.</summary>
    public ReadOnlySpan<int> Rows => _rows.AsSpan(0, Count);

    /// <summary>The bar at <paramref name="index"/>.</summary>
    public RawBar this[int index] => new(
        _columns.Times[index], _columns.Open[index], _columns.High[index], _columns.Low[index], _columns.Close[index], _columns.Volume[index], _rows[index]);

    /// <summary>Adds a row.</summary>
    public void Add(RawBar bar)
    {
        if (Count == _rows.Length)
        {
            Grow();
        }

        _columns.Times[Count] = bar.Time;
        _columns.Open[Count] = bar.Open;
        _columns.High[Count] = bar.High;
        _columns.Low[Count] = bar.Low;
        _columns.Close[Count] = bar.Close;
        _columns.Volume[Count] = bar.Volume;
        _rows[Count] = bar.Row;
        Count++;
    }

    private void Grow()
    {
        var larger = new BarColumns(Math.Max(16, Count * 2));
        _columns.Times.CopyTo(larger.Times, 0);
        _columns.Open.CopyTo(larger.Open, 0);
        _columns.High.CopyTo(larger.High, 0);
        _columns.Low.CopyTo(larger.Low, 0);
        _columns.Close.CopyTo(larger.Close, 0);
        _columns.Volume.CopyTo(larger.Volume, 0);
        _columns = larger;
        Array.Resize(ref _rows, larger.Times.Length);
    }
}
