namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>Windows to learn from in one step.</summary>
/// <param name="Windows">[count, steps, features] features as they are.</param>
/// <param name="Targets">[count, horizons] returns in forecast deviations.</param>
/// <param name="Weights">[count] weights of the rows.</param>
internal sealed record TrainingBatch(float[] Windows, float[] Targets, float[] Weights)
{
    /// <summary>Rows that count: the arrays may be longer.</summary>
    public int Count { get; set; }
}
