namespace AraWeb.Engine.Prediction.Means;

/// <summary>A pooled model to forecast with, or why there is none.</summary>
/// <param name="Pool">The model; null when none is to be used.</param>
/// <param name="Note">Why none, in a sentence; empty when there is one.</param>
public sealed record PoolChoice(LivePool? Pool, string Note)
{
    /// <summary>No model, for this reason.</summary>
    public static PoolChoice None(string note) => new(null, note);
}
