namespace AraWeb.Engine.Core;

/// <summary>
/// Bars of one instrument and time frame as columns: immutable, ascending, without duplicates.
/// A slice shares the columns of its parent. Holds finished bars only, and no knowledge of where they came from.
/// </summary>
public sealed class BarSeries
{
    private readonly BarColumns _columns;
    private readonly int _start;

    private BarSeries(Symbol symbol, AssetClass assetClass, Timeframe timeframe, BarColumns columns, int start, int count)
    {
        Symbol = symbol;
        AssetClass = assetClass;
        Timeframe = timeframe;
        _columns = columns;
        _start = start;
        Count = count;
    }

    /// <summary>Whose bars these are.</summary>
    public Symbol Symbol { get; }

    /// <summary>Decides the calendar.</summary>
    public AssetClass AssetClass { get; }

    /// <summary>The span of each bar.</summary>
    public Timeframe Timeframe { get; }

    /// <summary>Number of bars.</summary>
    public int Count { get; }

    /// <summary>[Count] starts of the bars, milliseconds since 1970-01-01 UTC.</summary>
    public ReadOnlySpan<long> Times => _columns.Times.AsSpan(_start, Count);

    /// <summary>[Count] first prices.</summary>
    public ReadOnlySpan<double> Open => _columns.Open.AsSpan(_start, Count);

    /// <summary>[Count] highest prices.</summary>
    public ReadOnlySpan<double> High => _columns.High.AsSpan(_start, Count);

    /// <summary>[Count] lowest prices.</summary>
    public ReadOnlySpan<double> Low => _columns.Low.AsSpan(_start, Count);

    /// <summary>[Count] last prices.</summary>
    public ReadOnlySpan<double> Close => _columns.Close.AsSpan(_start, Count);

    /// <summary>[Count] volumes.</summary>
    public ReadOnlySpan<double> Volume => _columns.Volume.AsSpan(_start, Count);

    /// <summary>The bar at <paramref name="index"/>, 0 the oldest.</summary>
    public Bar this[int index] => new(
        DateTimeOffset.FromUnixTimeMilliseconds(Times[index]), Open[index], High[index], Low[index], Close[index], Volume[index]);

    /// <summary>Builds a series from columns that the caller gives up: they are not copied.</summary>
    /// <exception cref="ArgumentException">Columns differ in length, or stamps do not ascend.</exception>
    public static BarSeries FromColumns(Symbol symbol, AssetClass assetClass, Timeframe timeframe, BarColumns columns)
    {
        ArgumentNullException.ThrowIfNull(columns);
        var times = columns.Times;
        foreach (var column in (ReadOnlySpan<double[]>)[columns.Open, columns.High, columns.Low, columns.Close, columns.Volume])
        {
            if (column.Length != times.Length)
            {
                throw new ArgumentException($"A column of {symbol} has {column.Length} values for {times.Length} stamps.", nameof(columns));
            }
        }

        for (var i = 1; i < times.Length; i++)
        {
            if (times[i] <= times[i - 1])
            {
                throw new ArgumentException($"Stamps of {symbol} do not ascend at bar {i}: {times[i]} after {times[i - 1]}.", nameof(columns));
            }
        }

        return new BarSeries(symbol, assetClass, timeframe, columns, 0, times.Length);
    }

    /// <summary>Builds a series from bars in ascending order.</summary>
    /// <exception cref="ArgumentException">Stamps do not ascend.</exception>
    public static BarSeries FromBars(Symbol symbol, AssetClass assetClass, Timeframe timeframe, IReadOnlyCollection<Bar> bars)
    {
        ArgumentNullException.ThrowIfNull(bars);
        var columns = new BarColumns(bars.Count);
        var i = 0;
        foreach (var bar in bars)
        {
            columns.Set(i++, bar);
        }

        return FromColumns(symbol, assetClass, timeframe, columns);
    }

    /// <summary>The bars from <paramref name="start"/> on, <paramref name="count"/> of them, without a copy.</summary>
    public BarSeries Slice(int start, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, Count - start);
        return new BarSeries(Symbol, AssetClass, Timeframe, _columns, _start + start, count);
    }

    /// <summary>The newest <paramref name="count"/> bars, or all where there are fewer.</summary>
    public BarSeries Last(int count)
    {
        var kept = Math.Min(count, Count);
        return Slice(Count - kept, kept);
    }

    /// <summary>The bars that had closed by <paramref name="asOf"/>: what was known then.</summary>
    public BarSeries KnownAt(DateTimeOffset asOf)
    {
        var calendar = TradingCalendar.For(AssetClass);
        var low = 0;
        var high = Count;
        while (low < high)
        {
            var middle = (low + high) / 2;
            var close = calendar.CloseOfBar(DateTimeOffset.FromUnixTimeMilliseconds(Times[middle]), Timeframe);
            if (close <= asOf)
            {
                low = middle + 1;
            }
            else
            {
                high = middle;
            }
        }

        return Slice(0, low);
    }
}
