namespace AraWeb.Engine.Ensemble;

/// <summary>How far ahead forecasts are worth something in one state of the market, and what the pooled mean looks at there.</summary>
/// <param name="Evidence">[H] what forecasts made in this state were worth.</param>
/// <param name="Importance">
/// [H][F] each feature's share of the mean absolute contribution to the pooled mean over rows of this state, together 1; zeros where the pool says nothing,
/// empty where a member cannot be taken apart.
/// </param>
public sealed record RegimeGuide(IReadOnlyList<HorizonEvidence> Evidence, IReadOnlyList<IReadOnlyList<double>> Importance)
{
    /// <summary>The farthest learned horizon whose mean beat saying nothing; 0 for none.</summary>
    public int LongestMean => Evidence.Where(one => one.HasMeanEdge).Select(one => one.Horizon).DefaultIfEmpty().Max();

    /// <summary>The farthest learned horizon whose forecast spread beat the usual one; 0 for none.</summary>
    public int LongestScale => Evidence.Where(one => one.HasScaleEdge).Select(one => one.Horizon).DefaultIfEmpty().Max();

    /// <summary>The farthest learned horizon at which the forecast says more than the usual distribution, by its mean or its spread; 0 for none.</summary>
    public int LongestRecommended => Math.Max(LongestMean, LongestScale);
}
