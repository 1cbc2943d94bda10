namespace AraWeb.Engine.Evaluation.Drift;

/// <summary>
/// The population stability index of scorecards (Siddiqi 2006, "Credit Risk Scorecards"; Lewis 1994, "An Introduction to Credit Scoring"): how far counts in
/// bins have moved from those of before. It is the sum over bins of (q - p) ln(q / p), zero where nothing moved. Rows that hang together make it larger than
/// independent ones would; the index leaves that out, so compare it with what such a stretch of rows had before.
/// </summary>
public static class PopulationStability
{
    /// <summary>From here on something has moved (Siddiqi 2006).</summary>
    public const double Some = 0.1;

    /// <summary>From here on much has moved (Siddiqi 2006).</summary>
    public const double Much = 0.25;

    /// <summary>Counted into every bin besides its rows, so that an empty one has a logarithm (Krichevsky and Trofimov 1981).</summary>
    private const double HalfRow = 0.5;

    /// <summary>The index.</summary>
    /// <param name="before">[B] rows in each bin before.</param>
    /// <param name="now">[B] rows in each bin now.</param>
    /// <returns>0 or more; NaN where one of the two has no rows.</returns>
    /// <exception cref="ArgumentException">The lengths differ, or a count is negative.</exception>
    public static double Index(ReadOnlySpan<int> before, ReadOnlySpan<int> now)
    {
        Arguments.RequireLength(before.Length, now.Length, nameof(now));
        var (old, young) = (Total(before, nameof(before)), Total(now, nameof(now)));
        if (old == 0 || young == 0)
        {
            return double.NaN;
        }

        var (all, index) = (HalfRow * before.Length, 0.0);
        for (var bin = 0; bin < before.Length; bin++)
        {
            var p = (before[bin] + HalfRow) / (old + all);
            var q = (now[bin] + HalfRow) / (young + all);
            index += (q - p) * Math.Log(q / p);
        }

        return index;
    }

    private static long Total(ReadOnlySpan<int> counts, string name)
    {
        var total = 0L;
        foreach (var count in counts)
        {
            total += count >= 0 ? count : throw new ArgumentException($"A bin holds {count} rows.", name);
        }

        return total;
    }
}
