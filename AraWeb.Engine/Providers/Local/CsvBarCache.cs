using AraWeb.Engine.Core;
using AraWeb.Engine.Providers.Validation;

namespace AraWeb.Engine.Providers.Local;

/// <summary>
/// Keeps validated files in memory. Lifetime: until the file's length or time of change differ. Bound: <see cref="MaxBars"/> bars altogether (about 24 MB),
/// least recently used files go first; a file larger than that is never kept. Apart from that the newest <see cref="TailBars"/> bars of up to
/// <see cref="MaxTails"/> files stay, so that asking a large folder again and again for what is new reads no file twice.
/// </summary>
internal sealed class CsvBarCache
{
    /// <summary>Bars that are kept at most, over all files.</summary>
    public const int MaxBars = 500_000;

    /// <summary>Newest bars of each file that are kept in any case.</summary>
    public const int TailBars = 32;

    /// <summary>Files whose newest bars are kept at most.</summary>
    public const int MaxTails = 10_000;

    private readonly Lock _lock = new();
    private readonly Dictionary<string, Tail> _tails = new(StringComparer.Ordinal);
    private readonly Dictionary<string, LinkedListNode<Entry>> _entries = new(StringComparer.Ordinal);
    private readonly LinkedList<Entry> _recent = [];
    private int _bars;

    /// <summary>The file's bars if they were kept and the file is unchanged.</summary>
    public ValidatedBars? Find(string path, long length, DateTime changed)
    {
        lock (_lock)
        {
            if (!_entries.TryGetValue(path, out var node) || node.Value.Length != length || node.Value.Changed != changed)
            {
                return null;
            }

            _recent.Remove(node);
            _recent.AddFirst(node);
            return node.Value.Bars;
        }
    }

    /// <summary>The file's newest bars if the file is unchanged and they reach back to <paramref name="from"/>.</summary>
    public BarSeries? FindTail(string path, long length, DateTime changed, DateTimeOffset from)
    {
        lock (_lock)
        {
            return _tails.TryGetValue(path, out var tail) && tail.Length == length && tail.Changed == changed && tail.Bars[0].Time <= from ? tail.Bars : null;
        }
    }

    /// <summary>Keeps a file's bars in place of older ones.</summary>
    public void Keep(string path, long length, DateTime changed, ValidatedBars bars)
    {
        lock (_lock)
        {
            if (_entries.TryGetValue(path, out var old))
            {
                Remove(old);
            }

            KeepTail(path, length, changed, bars.Series);
            if (bars.Series.Count > MaxBars)
            {
                return;
            }

            _entries[path] = _recent.AddFirst(new Entry(path, length, changed, bars));
            _bars += bars.Series.Count;
            while (_bars > MaxBars)
            {
                Remove(_recent.Last!);
            }
        }
    }

    private void KeepTail(string path, long length, DateTime changed, BarSeries bars)
    {
        if (bars.Count == 0 || (_tails.Count >= MaxTails && !_tails.ContainsKey(path)))
        {
            return;
        }

        // A copy: a slice would hold on to the columns of the whole file.
        var newest = bars.Last(TailBars);
        var copy = BarSeries.FromBars(bars.Symbol, bars.AssetClass, bars.Timeframe, [.. Enumerable.Range(0, newest.Count).Select(i => newest[i])]);
        _tails[path] = new Tail(length, changed, copy);
    }

    private void Remove(LinkedListNode<Entry> node)
    {
        _bars -= node.Value.Bars.Series.Count;
        _entries.Remove(node.Value.Path);
        _recent.Remove(node);
    }

    private sealed record Tail(long Length, DateTime Changed, BarSeries Bars);

    private sealed record Entry(string Path, long Length, DateTime Changed, ValidatedBars Bars);
}
