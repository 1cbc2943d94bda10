namespace AraWeb.Engine.Prediction.Means;

/// <summary>What the expected return of a forecast stands on.</summary>
/// <param name="Level">How it was made.</param>
/// <param name="Model">Name and version of the pooled model; null for the trend.</param>
/// <param name="Silent">Members that could not speak, each with the reason.</param>
/// <param name="Note">Why the pooled model does not take part; empty when it does.</param>
public sealed record MeanBasis(MeanLevel Level, string? Model, IReadOnlyList<string> Silent, string Note)
{
    /// <summary>
    /// Farthest horizon at which, over all instruments, the pooled mean was better than saying nothing in the present state of the market; 0 for none, null
    /// where that was not measured.
    /// </summary>
    public int? LongestMean { get; init; }

    /// <summary>The trend, and why nothing better.</summary>
    public static MeanBasis Trend(string note) => new(MeanLevel.Trend, null, [], note);
}
