namespace AraWeb.Engine.Evaluation.Resampling;

/// <summary>
/// Permutation test: the whole evaluation runs again on shuffled labels, where any skill is a defect of the evaluation or luck. The p-value counts the true
/// order as one of the shuffles (Phipson and Smyth 2010). Shuffles must leave alone what the null hypothesis leaves alone: hence by blocks or within days.
/// </summary>
public static class Placebo
{
    /// <summary>Shuffles blocks of consecutive labels, so that the dependence within a block stays; length 1 shuffles label by label.</summary>
    /// <param name="labels">[N] in time.</param>
    /// <param name="blockLength">Rows of a block, at least 1; the last block holds what remains.</param>
    /// <param name="score">The evaluation, more is better. It must not keep the array it is given, which is filled anew for each shuffle.</param>
    /// <param name="permutations">Shuffles, at least 1; 999 give p-values in steps of a thousandth.</param>
    /// <param name="seed">Chance.</param>
    /// <exception cref="ArgumentException">A label is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Block length or permutations below 1.</exception>
    public static PlaceboResult ByBlocks(ReadOnlySpan<double> labels, int blockLength, Func<double[], double> score, int permutations, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(blockLength, 1);
        var original = labels.ToArray();
        int[] starts = [.. Enumerable.Range(0, (int)Math.Ceiling((double)original.Length / blockLength)).Select(block => block * blockLength)];
        return Run(original, score, permutations, seed, (shuffled, random) =>
        {
            random.Shuffle(starts);
            var to = 0;
            foreach (var start in starts)
            {
                var length = Math.Min(blockLength, original.Length - start);
                original.AsSpan(start, length).CopyTo(shuffled.AsSpan(to));
                to += length;
            }
        });
    }

    /// <summary>
    /// Shuffles labels among the rows of each day, so that what all had in common that day stays: the placebo of ranks and other choices among symbols.
    /// </summary>
    /// <param name="labels">[N] in any order.</param>
    /// <param name="days">[N] the day of each as a number.</param>
    /// <param name="score">The evaluation, more is better. It must not keep the array it is given, which is filled anew for each shuffle.</param>
    /// <param name="permutations">Shuffles, at least 1.</param>
    /// <param name="seed">Chance.</param>
    /// <exception cref="ArgumentException">Lengths differ, or a label is not finite.</exception>
    /// <exception cref="ArgumentOutOfRangeException">Permutations below 1.</exception>
    public static PlaceboResult WithinDays(
        ReadOnlySpan<double> labels, ReadOnlySpan<int> days, Func<double[], double> score, int permutations, int seed)
    {
        Arguments.RequireLength(days.Length, labels.Length, nameof(days));
        var original = labels.ToArray();
        var groups = new DayGroups(days).Rows();
        return Run(original, score, permutations, seed, (shuffled, random) =>
        {
            original.CopyTo(shuffled, 0);
            foreach (var rows in groups)
            {
                for (var i = rows.Length - 1; i > 0; i--)
                {
                    var other = random.Next(i + 1);
                    (shuffled[rows[i]], shuffled[rows[other]]) = (shuffled[rows[other]], shuffled[rows[i]]);
                }
            }
        });
    }

    private static PlaceboResult Run(double[] labels, Func<double[], double> score, int permutations, int seed, Action<double[], Random> shuffle)
    {
        ArgumentNullException.ThrowIfNull(score);
        ArgumentOutOfRangeException.ThrowIfLessThan(permutations, 1);
        Arguments.RequireFinite(labels, nameof(labels));
        var shuffled = (double[])labels.Clone();
        var actual = score(shuffled);
        var random = new Random(seed);
        var scores = new double[permutations];
        var (sum, asHigh) = (0.0, 0);
        for (var i = 0; i < permutations; i++)
        {
            shuffle(shuffled, random);
            scores[i] = score(shuffled);
            sum += scores[i];
            asHigh += scores[i] >= actual ? 1 : 0;
        }

        var mean = sum / permutations;
        var squares = 0.0;
        foreach (var value in scores)
        {
            squares += (value - mean) * (value - mean);
        }

        var p = double.IsNaN(actual) || double.IsNaN(mean) ? double.NaN : (1.0 + asHigh) / (1.0 + permutations);
        return new PlaceboResult(actual, mean, permutations > 1 ? Math.Sqrt(squares / (permutations - 1)) : double.NaN, p);
    }
}
