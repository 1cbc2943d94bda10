namespace AraWeb.Engine.Models.Trees.Imports;

/// <summary>How the sum of an imported model's trees becomes its prediction.</summary>
public enum OutputLink
{
    /// <summary>The sum is the prediction.</summary>
    Identity,

    /// <summary>The sum is log odds; the prediction is a probability.</summary>
    Logistic,

    /// <summary>The sum is a logarithm; the prediction is a positive number.</summary>
    Exponential,
}
