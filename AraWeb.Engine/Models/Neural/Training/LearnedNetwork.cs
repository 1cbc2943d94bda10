namespace AraWeb.Engine.Models.Neural.Training;

/// <summary>What learning left.</summary>
/// <param name="Weights">The weights that were best on the validation bars.</param>
/// <param name="Curve">The learning curve; the first point is the network before any step.</param>
/// <param name="End">Why it ended.</param>
/// <param name="Steps">Steps taken.</param>
public sealed record LearnedNetwork(NetworkWeights Weights, IReadOnlyList<LearningPoint> Curve, LearningEnd End, int Steps)
{
    /// <summary>The loss on the validation bars that the weights were kept for.</summary>
    public double Validation => Curve.Min(point => double.IsNaN(point.Validation) ? double.PositiveInfinity : point.Validation);
}
