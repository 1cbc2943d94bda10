using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Trees.Histograms;

/// <summary>
/// Makes histograms of nodes, group of columns by group of columns: each group is one thread's, so that all sums of a column are added in the order of
/// rows and the result does not depend on the number of threads. Of two siblings only the one with fewer rows is counted; the other is what is left of the
/// parent. Histograms live in slots that are used again.
/// </summary>
internal sealed class HistogramPass
{
    /// <summary>Additions below which handing work to other threads costs more than it saves.</summary>
    private const long WorthSharing = 40_000;

    /// <summary>What looking through a bin costs in additions to a histogram.</summary>
    private const int ScanCost = 2;

    private readonly BinnedMatrix _matrix;
    private readonly int _threads;
    private readonly List<Vector128<double>[]> _slots = [];
    private readonly Stack<int> _free = new();
    private ColumnGroup[] _groups = [];
    private long _bins;

    /// <summary>Makes histograms of a matrix.</summary>
    public HistogramPass(BinnedMatrix matrix, int threads) => (_matrix, _threads) = (matrix, threads);

    /// <summary>The groups of columns that take part in the tree.</summary>
    public IReadOnlyList<ColumnGroup> Groups => _groups;

    /// <summary>The matrix.</summary>
    public BinnedMatrix Matrix => _matrix;

    /// <summary>Starts a tree: all slots are free.</summary>
    /// <param name="features">Ascending features that may be asked for.</param>
    public void Begin(ReadOnlySpan<int> features)
    {
        _free.Clear();
        for (var slot = _slots.Count - 1; slot >= 0; slot--)
        {
            _free.Push(slot);
        }

        var byColumn = new SortedDictionary<int, List<int>>();
        foreach (var feature in features)
        {
            var column = _matrix.Features[feature].Column;
            if (!byColumn.TryGetValue(column, out var inColumn))
            {
                byColumn[column] = inColumn = [];
            }

            inColumn.Add(feature);
        }

        _groups = [.. byColumn.Chunk(HistogramKernel.ColumnsAtOnce).Select(chunk =>
            new ColumnGroup([.. chunk.Select(entry => entry.Key)], [.. chunk.SelectMany(entry => entry.Value)]))];
        _bins = byColumn.Keys.Sum(column => (long)_matrix.ColumnStarts[column + 1] - _matrix.ColumnStarts[column]);
    }

    /// <summary>Takes a slot for the histograms of a node.</summary>
    public int Rent()
    {
        if (_free.TryPop(out var slot))
        {
            return slot;
        }

        _slots.Add(new Vector128<double>[_matrix.ColumnStarts[^1]]);
        return _slots.Count - 1;
    }

    /// <summary>Gives a slot back.</summary>
    public void Return(int slot) => _free.Push(slot);

    /// <summary>Works on each group, on several threads where it pays.</summary>
    /// <param name="rows">Rows that will be counted in each column.</param>
    /// <param name="nodes">Nodes whose bins will be looked through.</param>
    /// <param name="work">Gets the number of the group.</param>
    /// <param name="cancellationToken">Looked at before each group.</param>
    public void ForEachGroup(long rows, int nodes, Action<int> work, CancellationToken cancellationToken)
    {
        var columns = (long)_groups.Length * HistogramKernel.ColumnsAtOnce;
        if (_threads == 1 || (rows * columns) + (nodes * _bins * ScanCost) < WorthSharing)
        {
            for (var group = 0; group < _groups.Length; group++)
            {
                cancellationToken.ThrowIfCancellationRequested();
                work(group);
            }

            return;
        }

        Parallel.For(0, _groups.Length, new ParallelOptions { MaxDegreeOfParallelism = _threads, CancellationToken = cancellationToken }, work);
    }

    /// <summary>Counts the rows of a node in the columns of a group.</summary>
    public void Count(ColumnGroup group, int slot, ReadOnlySpan<int> rows, ReadOnlySpan<Vector128<double>> pairs)
    {
        var columns = group.Columns;
        foreach (var column in columns)
        {
            BinsOf(slot, column).Clear();
        }

        if (columns.Length == HistogramKernel.ColumnsAtOnce)
        {
            HistogramKernel.Add(
                [_matrix.Columns[columns[0]], _matrix.Columns[columns[1]], _matrix.Columns[columns[2]], _matrix.Columns[columns[3]]],
                rows,
                pairs,
                BinsOf(slot, columns[0]),
                BinsOf(slot, columns[1]),
                BinsOf(slot, columns[2]),
                BinsOf(slot, columns[3]));
            return;
        }

        foreach (var column in columns)
        {
            HistogramKernel.Add(_matrix.Columns[column], rows, pairs, BinsOf(slot, column));
        }
    }

    /// <summary>Turns the parent's histograms into those of the child that was not counted.</summary>
    public void Subtract(ColumnGroup group, int parent, int child)
    {
        foreach (var column in group.Columns)
        {
            HistogramKernel.Subtract(BinsOf(parent, column), BinsOf(child, column));
        }
    }

    /// <summary>The bins of one feature, that of missing values last if it has one.</summary>
    /// <param name="feature">Which feature.</param>
    /// <param name="slot">Whose histograms.</param>
    /// <param name="sum">The sum over all rows of the node.</param>
    /// <param name="spare">[256] room for what a bundle does not store.</param>
    public ReadOnlySpan<Vector128<double>> Read(in BinnedFeature feature, int slot, Vector128<double> sum, Span<Vector128<double>> spare)
    {
        var stored = BinsOf(slot, feature.Column).Slice(feature.First, feature.Entries);
        if (feature.DefaultBin == BinnedFeature.Alone)
        {
            return stored;
        }

        // Rows in the usual bin are those that the bundle does not show.
        var bins = spare[..stored.Length];
        stored.CopyTo(bins);
        bins[feature.DefaultBin] = Vector128<double>.Zero;
        foreach (var bin in bins)
        {
            sum -= bin;
        }

        bins[feature.DefaultBin] = sum;
        return bins;
    }

    private Span<Vector128<double>> BinsOf(int slot, int column)
    {
        var start = _matrix.ColumnStarts[column];
        return _slots[slot].AsSpan(start, _matrix.ColumnStarts[column + 1] - start);
    }
}
