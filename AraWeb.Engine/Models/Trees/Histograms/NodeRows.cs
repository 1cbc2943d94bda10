using System.Runtime.Intrinsics;

namespace AraWeb.Engine.Models.Trees.Histograms;

/// <summary>
/// The rows that a tree grows on with their derivatives, so ordered that each node's rows lie together. A split moves a node's rows to its two children and
/// keeps their order, so that sums do not depend on the path. Different nodes may be split at the same time.
/// </summary>
internal sealed class NodeRows(int capacity)
{
    private readonly int[] _rows = new int[capacity];
    private readonly Vector128<double>[] _pairs = new Vector128<double>[capacity];
    private readonly int[] _spareRows = new int[capacity];
    private readonly Vector128<double>[] _sparePairs = new Vector128<double>[capacity];

    /// <summary>Rows of the root.</summary>
    public int Count { get; private set; }

    /// <summary>Starts a tree.</summary>
    /// <param name="rows">Ascending rows that take part.</param>
    /// <param name="pairs">[N] derivatives of all rows.</param>
    public void Start(ReadOnlySpan<int> rows, ReadOnlySpan<Vector128<double>> pairs)
    {
        Count = rows.Length;
        rows.CopyTo(_rows);
        for (var i = 0; i < rows.Length; i++)
        {
            _pairs[i] = pairs[rows[i]];
        }
    }

    /// <summary>A node's rows.</summary>
    public ReadOnlySpan<int> RowsOf(int start, int count) => _rows.AsSpan(start, count);

    /// <summary>Their derivatives.</summary>
    public ReadOnlySpan<Vector128<double>> PairsOf(int start, int count) => _pairs.AsSpan(start, count);

    /// <summary>The sum of a node's derivatives.</summary>
    public Vector128<double> SumOf(int start, int count)
    {
        var sum = Vector128<double>.Zero;
        foreach (var pair in PairsOf(start, count))
        {
            sum += pair;
        }

        return sum;
    }

    /// <summary>Moves rows that go left to the front of the node; returns how many they are.</summary>
    /// <param name="start">Where the node's rows start.</param>
    /// <param name="count">How many they are.</param>
    /// <param name="column">[N] bins of the column that is asked for.</param>
    /// <param name="goesLeft">[256] 1 for bins that go left, 0 for others.</param>
    public int Split(int start, int count, ReadOnlySpan<byte> column, ReadOnlySpan<byte> goesLeft)
    {
        var rows = _rows.AsSpan(start, count);
        var pairs = _pairs.AsSpan(start, count);
        var spareRows = _spareRows.AsSpan(start, count);
        var sparePairs = _sparePairs.AsSpan(start, count);
        var left = 0;
        var right = 0;

        // Both places are written and one of the two counts moves on: no branch to guess.
        for (var i = 0; i < rows.Length; i++)
        {
            var row = rows[i];
            var pair = pairs[i];
            rows[left] = row;
            pairs[left] = pair;
            spareRows[right] = row;
            sparePairs[right] = pair;
            int goes = goesLeft[column[row]];
            left += goes;
            right += 1 - goes;
        }

        spareRows[..right].CopyTo(rows[left..]);
        sparePairs[..right].CopyTo(pairs[left..]);
        return left;
    }
}
