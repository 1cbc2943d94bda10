namespace AraWeb.Engine.Models.Trees.Histograms;

/// <summary>Where a feature's bins lie.</summary>
/// <param name="Column">The byte column, shared with other features where they are bundled.</param>
/// <param name="First">What the column adds to the feature's bin.</param>
/// <param name="Bins">Bins of values; the bin of missing values is this number.</param>
/// <param name="HasMissing">Whether a row lacks the value.</param>
/// <param name="DefaultBin">The bin of rows that the column does not tell from those of its other features; <see cref="Alone"/> when it has none.</param>
internal readonly record struct BinnedFeature(int Column, int First, int Bins, bool HasMissing, int DefaultBin)
{
    /// <summary>A feature that has its column to itself.</summary>
    public const int Alone = -1;

    /// <summary>Bins with the one for missing values.</summary>
    public int Entries => HasMissing ? Bins + 1 : Bins;

    /// <summary>Whether a split on it can separate rows.</summary>
    public bool CanSplit => Entries > 1;

    /// <summary>The feature's bin for what the column holds.</summary>
    public int BinOf(int inColumn)
    {
        var bin = inColumn - First;
        return DefaultBin == Alone || (bin >= 0 && bin < Entries) ? bin : DefaultBin;
    }
}
