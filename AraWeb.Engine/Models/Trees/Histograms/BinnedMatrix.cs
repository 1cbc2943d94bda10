using AraWeb.Engine.Core;

namespace AraWeb.Engine.Models.Trees.Histograms;

/// <summary>
/// Features as bins, one byte a value, column by column: what the growers of trees read. Made once and shared by all trees, horizons and threads. Keeps the
/// numbers themselves for rows that a tree did not grow on.
/// </summary>
internal sealed class BinnedMatrix
{
    /// <summary>Rows from which cuts are taken; more do not move quantiles by what matters (LightGBM's bin_construct_sample_cnt).</summary>
    private const int RowsForCuts = 200_000;

    private readonly double[][] _cuts;

    private BinnedMatrix(ReadOnlyMemory<double> values, int rows, double[][] cuts, BinnedFeature[] features, byte[][] columns)
    {
        (Values, Rows, _cuts, Features, Columns) = (values, rows, cuts, features, columns);
        ColumnStarts = new int[columns.Length + 1];
        foreach (var feature in features)
        {
            var end = feature.First + feature.Entries;
            ColumnStarts[feature.Column + 1] = Math.Max(ColumnStarts[feature.Column + 1], end);
        }

        for (var column = 0; column < columns.Length; column++)
        {
            ColumnStarts[column + 1] += ColumnStarts[column];
        }
    }

    /// <summary>[N * F] the numbers, row by row.</summary>
    public ReadOnlyMemory<double> Values { get; }

    /// <summary>N.</summary>
    public int Rows { get; }

    /// <summary>[F] where each feature's bins lie.</summary>
    public BinnedFeature[] Features { get; }

    /// <summary>[C][N] bins; C is F, or less where features are bundled.</summary>
    public byte[][] Columns { get; }

    /// <summary>[C + 1] where each column's bins start in a histogram; the last is the histogram's length.</summary>
    public int[] ColumnStarts { get; }

    /// <summary>Cuts columns into bins.</summary>
    /// <param name="values">[N * F] row by row; NaN means unknown.</param>
    /// <param name="featureCount">F.</param>
    /// <param name="maxBins">2 to 255.</param>
    /// <param name="bundles">Whether features that are seldom away from their usual bin, and never two in one row, share a column.</param>
    /// <param name="threads">Threads at once.</param>
    /// <param name="cancellationToken">Looked at before each column.</param>
    /// <exception cref="ModelException">There is no row or no column, or a value is infinite.</exception>
    public static BinnedMatrix Make(
        ReadOnlyMemory<double> values, int featureCount, int maxBins, bool bundles, int threads, CancellationToken cancellationToken)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxBins, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(maxBins, BinCuts.MaxBins);
        if (featureCount < 1 || values.Length < featureCount)
        {
            throw new ModelException("There are no rows or no features to learn from.", "Give at least one feature and one row.");
        }

        var rows = values.Length / featureCount;
        if (values.Length % featureCount != 0)
        {
            throw new ModelException(
                $"{values.Length} values are not rows of {featureCount} features.", "Give as many values for each row as there are features.");
        }

        var cuts = new double[featureCount][];
        var columns = new byte[featureCount][];
        var features = new BinnedFeature[featureCount];
        var infinite = new int[featureCount];
        var options = new ParallelOptions { CancellationToken = cancellationToken, MaxDegreeOfParallelism = threads };
        Parallel.For(0, featureCount, options, feature =>
        {
            infinite[feature] = Cut(values.Span, featureCount, rows, feature, maxBins, out cuts[feature]);
            if (infinite[feature] < 0)
            {
                columns[feature] = new byte[rows];
                var hasMissing = Fill(values.Span, featureCount, feature, cuts[feature], columns[feature]);
                features[feature] = new BinnedFeature(feature, 0, cuts[feature].Length + 1, hasMissing, BinnedFeature.Alone);
            }
        });
        var bad = Array.FindIndex(infinite, row => row >= 0);
        if (bad >= 0)
        {
            throw new ModelException(
                $"Feature {bad} is infinite in row {infinite[bad]}.", "Use NaN where a value is not known, and drop or cap what divides by zero.");
        }

        if (bundles)
        {
            (features, columns) = FeatureBundles.Make(features, columns, rows, cancellationToken);
        }

        return new BinnedMatrix(values, rows, cuts, features, columns);
    }

    /// <summary>What a value must be below to lie in this bin or a lower one; the largest number when that is every value.</summary>
    public double ThresholdOf(int feature, int bin) => bin < _cuts[feature].Length ? _cuts[feature][bin] : double.MaxValue;

    /// <summary>Sorts a column's values and cuts them; returns the first row with an infinite value, or -1.</summary>
    private static int Cut(ReadOnlySpan<double> values, int width, int rows, int feature, int maxBins, out double[] cuts)
    {
        cuts = [];
        var step = Math.Max(1, (rows + RowsForCuts - 1) / RowsForCuts);
        var known = new double[(rows + step - 1) / step];
        var count = 0;
        for (var row = 0; row < rows; row++)
        {
            var value = values[(row * width) + feature];
            if (double.IsInfinity(value))
            {
                return row;
            }

            if (row % step == 0 && !double.IsNaN(value))
            {
                known[count++] = value;
            }
        }

        var sorted = known.AsSpan(0, count);
        sorted.Sort();
        cuts = BinCuts.Find(sorted, maxBins);
        return -1;
    }

    private static bool Fill(ReadOnlySpan<double> values, int width, int feature, double[] cuts, byte[] column)
    {
        var missing = (byte)(cuts.Length + 1);
        var hasMissing = false;
        for (var row = 0; row < column.Length; row++)
        {
            var value = values[(row * width) + feature];
            var isMissing = double.IsNaN(value);
            hasMissing |= isMissing;
            column[row] = isMissing ? missing : (byte)BinCuts.BinOf(cuts, value);
        }

        return hasMissing;
    }
}
