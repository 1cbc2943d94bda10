namespace AraWeb.Engine.Evaluation.Splits;

/// <summary>
/// Combinatorial purged cross-validation (Lopez de Prado 2018, "Advances in Financial Machine Learning", ch. 12): the rows are cut into N groups, every choice
/// of k groups is tested once on what was learnt from the others, and the tested groups are put together to C(N - 1, k - 1) paths, each of which holds
/// every row once. Rows of the gap around each test block are not learnt from.
/// </summary>
public sealed class CombinatorialSplits
{
    /// <summary>More splits than this are a mistake in the numbers, not a plan.</summary>
    private const int MaxCount = 20_000;

    private readonly int[] _bounds;
    private readonly List<int[]> _tested = [];
    private readonly int[][] _testers;
    private readonly SplitGap _gap;

    /// <summary>Cuts the rows.</summary>
    /// <param name="rows">Rows there are, in time; at least one for each group.</param>
    /// <param name="groups">N, at least 2. Their sizes differ by one row at most, the larger ones first.</param>
    /// <param name="testGroups">k, from 1 to N - 1.</param>
    /// <param name="gap">Rows left out around test blocks.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range, or there would be more than 20,000 splits.</exception>
    public CombinatorialSplits(int rows, int groups, int testGroups, SplitGap gap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(groups, 2);
        ArgumentOutOfRangeException.ThrowIfLessThan(rows, groups);
        ArgumentOutOfRangeException.ThrowIfLessThan(testGroups, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(testGroups, groups);
        if (!gap.IsValid)
        {
            throw new ArgumentOutOfRangeException(nameof(gap), gap, "Purge and embargo count rows and cannot be negative.");
        }

        if (Choose(groups, testGroups) > MaxCount)
        {
            throw new ArgumentOutOfRangeException(
                nameof(groups), groups, $"Choosing {testGroups} of {groups} groups gives more than {MaxCount} splits; take fewer.");
        }

        _gap = gap;
        _bounds = new int[groups + 1];
        for (var group = 0; group < groups; group++)
        {
            _bounds[group + 1] = _bounds[group] + (rows / groups) + (group < rows % groups ? 1 : 0);
        }

        AddChoices(new int[testGroups], 0, 0);
        _testers = new int[groups][];
        for (var group = 0; group < groups; group++)
        {
            _testers[group] = [.. Enumerable.Range(0, Count).Where(split => _tested[split].Contains(group))];
        }
    }

    /// <summary>Number of splits, C(N, k).</summary>
    public int Count => _tested.Count;

    /// <summary>Number of paths, C(N - 1, k - 1).</summary>
    public int PathCount => _testers[0].Length;

    /// <summary>The rows of one split, made anew at each call.</summary>
    /// <param name="index">From 0; the choices of groups come in lexicographic order.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such split.</exception>
    public TrainTestSplit Split(int index)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        var tested = _tested[index];
        var rows = _bounds[^1];
        var leftOut = new bool[rows];
        var test = new List<int>();
        foreach (var group in tested)
        {
            var (start, end) = (_bounds[group], _bounds[group + 1]);
            var from = (int)Math.Max(0, start - (long)_gap.Purge);
            var to = (int)Math.Min(rows, end + (long)_gap.Purge + _gap.Embargo);
            leftOut.AsSpan(from, to - from).Fill(true);
            test.AddRange(Enumerable.Range(start, end - start));
        }

        return new TrainTestSplit([.. Enumerable.Range(0, rows).Where(row => !leftOut[row])], [.. test]);
    }

    /// <summary>[N] for each group the split whose forecasts of it stand on a path: the group's path-th tester.</summary>
    /// <param name="path">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such path.</exception>
    public int[] PathSplits(int path)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(path);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(path, PathCount);
        return [.. _testers.Select(testers => testers[path])];
    }

    /// <summary>Puts the forecasts of one path together.</summary>
    /// <param name="path">From 0.</param>
    /// <param name="forecasts">[Count] the forecasts of each split, one for each of its test rows in their order.</param>
    /// <returns>[rows] one forecast for each row.</returns>
    /// <exception cref="ArgumentException">The forecasts do not fit the splits, or there is no such path.</exception>
    public double[] Assemble(int path, IReadOnlyList<double[]> forecasts)
    {
        ArgumentNullException.ThrowIfNull(forecasts);
        if (forecasts.Count != Count)
        {
            throw new ArgumentException($"{forecasts.Count} arrays of forecasts for {Count} splits.", nameof(forecasts));
        }

        var testers = PathSplits(path);
        var assembled = new double[_bounds[^1]];
        for (var group = 0; group < testers.Length; group++)
        {
            var split = testers[group];
            var (offset, length) = (0, 0);
            foreach (var tested in _tested[split])
            {
                var size = _bounds[tested + 1] - _bounds[tested];
                offset += tested < group ? size : 0;
                length += size;
            }

            if (forecasts[split].Length != length)
            {
                throw new ArgumentException($"Split {split} tests {length} rows, but {forecasts[split].Length} forecasts came.", nameof(forecasts));
            }

            forecasts[split].AsSpan(offset, _bounds[group + 1] - _bounds[group]).CopyTo(assembled.AsSpan(_bounds[group]));
        }

        return assembled;
    }

    private void AddChoices(int[] chosen, int place, int first)
    {
        if (place == chosen.Length)
        {
            _tested.Add([.. chosen]);
            return;
        }

        for (var group = first; group <= _bounds.Length - 1 - (chosen.Length - place); group++)
        {
            chosen[place] = group;
            AddChoices(chosen, place + 1, group + 1);
        }
    }

    private static double Choose(int n, int k)
    {
        var ways = 1.0;
        for (var i = 1; i <= k; i++)
        {
            ways = ways * (n - k + i) / i;
        }

        return ways;
    }
}
