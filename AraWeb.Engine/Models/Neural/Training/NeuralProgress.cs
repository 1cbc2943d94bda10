namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>How far learning is.</summary>
/// <param name="Model">The architecture.</param>
/// <param name="Seed">Which of the averaged networks, counted from 0.</param>
/// <param name="Step">Steps taken.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Loss">Mean loss of the steps since the judgement before.</param>
/// <param name="Validation">Loss on the validation bars.</param>
/// <param name="Elapsed">Time since this run began.</param>
/// <param name="Left">Time left at the speed so far.</param>
public sealed record NeuralProgress(string Model, int Seed, int Step, int Steps, double Loss, double Validation, TimeSpan Elapsed, TimeSpan Left)
{
    /// <inheritdoc/>
    public override string ToString() =>
        $"{Model} {Seed + 1}: step {Step} of {Steps}, loss {Loss:F4}, validation {Validation:F4}, {Left.TotalSeconds:F0} s left";
}
