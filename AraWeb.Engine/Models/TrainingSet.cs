namespace AraWeb.Engine.Models;

/// <summary>
/// Rows of features with the standardised returns that followed. Every row is as known at its time; a target whose window reaches past
/// the training end has been purged by the caller.
/// </summary>
/// <param name="FeatureNames">[F] names of the columns.</param>
/// <param name="Horizons">[H] bars ahead.</param>
/// <param name="Features">[N * F] row-major values; NaN means unknown.</param>
/// <param name="Targets">[N * H] row-major log returns over the horizon, divided by the forecast standard deviation; never NaN.</param>
/// <param name="Weights">[N] non-negative sample weights.</param>
public sealed record TrainingSet(
    IReadOnlyList<string> FeatureNames,
    IReadOnlyList<int> Horizons,
    ReadOnlyMemory<double> Features,
    ReadOnlyMemory<double> Targets,
    ReadOnlyMemory<double> Weights)
{
    /// <summary>N, the number of rows.</summary>
    public int Count => Weights.Length;

    /// <summary>[N] number of each row's bar, never descending, where rows share bars as in a panel; empty where every row is the next bar.</summary>
    public ReadOnlyMemory<int> Bars { get; init; }

    /// <summary>Threads that may learn from it at once. What is learned does not depend on it.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>The bars that rows may look back to; null where every row is the next bar of one instrument, or nobody may look back.</summary>
    public FeatureHistory? History { get; init; }

    /// <summary>[N] position of each row's own bar in <see cref="History"/>; empty without one.</summary>
    public ReadOnlyMemory<int> HistoryRows { get; init; }
}
