namespace AraWeb.Engine.Evaluation.Splits;

/// <summary>
/// Purged walk-forward: test blocks follow each other to the last row, each judged by what was learnt before it. The rows of the gap (purge and embargo)
/// before a block are not learnt from. Every row after the first block's start is tested once; the last block holds the rows that remain.
/// </summary>
public static class WalkForward
{
    /// <summary>Learns from all rows before the gap.</summary>
    /// <param name="rows">Rows there are, in time.</param>
    /// <param name="firstTrain">Rows learnt from at the first block, at least one.</param>
    /// <param name="test">Rows of a block, at least one.</param>
    /// <param name="gap">Rows left out between them.</param>
    /// <returns>Blocks in time; none when the rows do not suffice for one.</returns>
    /// <exception cref="ArgumentOutOfRangeException">A number is negative, or a size is zero.</exception>
    public static IReadOnlyList<TrainTestSplit> Expanding(int rows, int firstTrain, int test, SplitGap gap) => Split(rows, firstTrain, test, gap, int.MaxValue);

    /// <summary>Learns from the last <paramref name="train"/> rows before the gap; parameters as of <see cref="Expanding"/>.</summary>
    public static IReadOnlyList<TrainTestSplit> Rolling(int rows, int train, int test, SplitGap gap) => Split(rows, train, test, gap, train);

    private static List<TrainTestSplit> Split(int rows, int firstTrain, int test, SplitGap gap, int window)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(rows);
        ArgumentOutOfRangeException.ThrowIfLessThan(firstTrain, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(test, 1);
        if (!gap.IsValid)
        {
            throw new ArgumentOutOfRangeException(nameof(gap), gap, "Purge and embargo count rows and cannot be negative.");
        }

        var splits = new List<TrainTestSplit>();
        var leftOut = (long)gap.Purge + gap.Embargo;
        for (var start = firstTrain + leftOut; start < rows; start += test)
        {
            var end = (int)(start - leftOut);
            var first = Math.Max(0, end - window);
            splits.Add(new TrainTestSplit(Range(first, end), Range((int)start, (int)Math.Min(rows, start + test))));
        }

        return splits;
    }

    private static int[] Range(int first, int end)
    {
        var rows = new int[end - first];
        for (var i = 0; i < rows.Length; i++)
        {
            rows[i] = first + i;
        }

        return rows;
    }
}
