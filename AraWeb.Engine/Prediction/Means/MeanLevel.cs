namespace AraWeb.Engine.Prediction.Means;

/// <summary>How the expected return of a forecast was made, the fullest way first.</summary>
public enum MeanLevel
{
    /// <summary>By all members of the pooled model.</summary>
    Advanced,

    /// <summary>By those members of the pooled model that could speak.</summary>
    Ensemble,

    /// <summary>By the symbol's own mean return so far, shrunk to zero.</summary>
    Trend,
}
