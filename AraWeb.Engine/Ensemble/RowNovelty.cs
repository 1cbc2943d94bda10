namespace AraWeb.Engine.Ensemble;

/// <summary>How unlike the training rows a row is.</summary>
/// <param name="Score">0 to 1: about 0.4 to 0.5 for usual rows, towards 1 for strange ones.</param>
/// <param name="Threshold">The score that one usual row in a hundred exceeds.</param>
public readonly record struct RowNovelty(double Score, double Threshold)
{
    /// <summary>The row lies outside what was learned from: what models say of it is not to be relied on.</summary>
    public bool IsNovel => Score > Threshold;
}
