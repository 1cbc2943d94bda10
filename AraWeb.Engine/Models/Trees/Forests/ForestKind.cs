namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>How a forest chooses thresholds.</summary>
public enum ForestKind
{
    /// <summary>The best threshold of each feature drawn (Breiman 2001).</summary>
    RandomForest,

    /// <summary>One random threshold for each feature drawn, the best of these (Geurts, Ernst and Wehenkel 2006).</summary>
    ExtraTrees,
}
