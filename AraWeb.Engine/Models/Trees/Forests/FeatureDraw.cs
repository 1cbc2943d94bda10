namespace AraWeb.Engine.Models.Trees.Forests;

/// <summary>How many features each question may choose from.</summary>
public enum FeatureDraw
{
    /// <summary>The square root of their number, rounded down.</summary>
    SquareRoot,

    /// <summary>A third (Breiman's advice for regression).</summary>
    Third,

    /// <summary>All.</summary>
    All,
}
