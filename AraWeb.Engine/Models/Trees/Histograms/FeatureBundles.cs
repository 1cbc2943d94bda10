namespace AraWeb.Engine.Models.Trees.Histograms;

/// <summary>
/// Exclusive feature bundling (Ke and others 2017, LightGBM): features that are nearly always in one bin, and never two of them away from it in the same row,
/// share a byte column, so that histograms cost one pass for all. Conflicts are not allowed: trees are the same as without bundles but for rounding.
/// </summary>
internal static class FeatureBundles
{
    /// <summary>Share of rows that must lie in the usual bin; LightGBM's sparse_threshold.</summary>
    private const double SparseShare = 0.8;

    /// <summary>Bins in a byte.</summary>
    private const int ColumnBins = 256;

    /// <summary>Bundles tried for a feature before it starts another; bounds the work where nothing fits together.</summary>
    private const int BundlesTried = 32;

    /// <summary>Bundles what can be.</summary>
    /// <param name="features">[F] each with a column of its own.</param>
    /// <param name="columns">[F][N] their bins.</param>
    /// <param name="rows">N.</param>
    /// <param name="cancellationToken">Looked at before each feature.</param>
    public static (BinnedFeature[] Features, byte[][] Columns) Make(BinnedFeature[] features, byte[][] columns, int rows, CancellationToken cancellationToken)
    {
        var result = (BinnedFeature[])features.Clone();
        var made = new List<byte[]>();
        var open = new List<(int Column, int Used)>();
        for (var feature = 0; feature < features.Length; feature++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var usual = UsualBin(columns[feature], out var share);
            if (share < SparseShare || !features[feature].CanSplit)
            {
                result[feature] = features[feature] with { Column = made.Count };
                made.Add(columns[feature]);
                continue;
            }

            var place = open.FindIndex(Math.Max(0, open.Count - BundlesTried), bundle =>
                bundle.Used + features[feature].Entries <= ColumnBins && AreExclusive(made[bundle.Column], columns[feature], usual));
            if (place < 0)
            {
                open.Add((made.Count, 1));
                place = open.Count - 1;
                made.Add(new byte[rows]);
            }

            var (column, used) = open[place];
            Write(made[column], columns[feature], usual, used);
            result[feature] = features[feature] with { Column = column, First = used, DefaultBin = usual };
            open[place] = (column, used + features[feature].Entries);
        }

        return (result, [.. made]);
    }

    private static byte UsualBin(byte[] column, out double share)
    {
        Span<int> counts = stackalloc int[ColumnBins];
        counts.Clear();
        foreach (var bin in column)
        {
            counts[bin]++;
        }

        var usual = 0;
        for (var bin = 1; bin < ColumnBins; bin++)
        {
            usual = counts[bin] > counts[usual] ? bin : usual;
        }

        share = counts[usual] / (double)column.Length;
        return (byte)usual;
    }

    private static bool AreExclusive(byte[] bundle, byte[] column, byte usual)
    {
        for (var row = 0; row < column.Length; row++)
        {
            if (column[row] != usual && bundle[row] != 0)
            {
                return false;
            }
        }

        return true;
    }

    private static void Write(byte[] bundle, byte[] column, byte usual, int first)
    {
        for (var row = 0; row < column.Length; row++)
        {
            if (column[row] != usual)
            {
                bundle[row] = (byte)(first + column[row]);
            }
        }
    }
}
