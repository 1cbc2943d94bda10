using AraWeb.Engine.Models.Neural.Training;

namespace AraWeb.Engine.Models.Neural;

/// <summary>One of several networks that are averaged.</summary>
/// <param name="Weights">Its weights.</param>
/// <param name="Curve">Its learning curve; empty for one read from a file.</param>
/// <param name="End">Why its learning ended.</param>
public sealed record NeuralMember(NetworkWeights Weights, IReadOnlyList<LearningPoint> Curve, LearningEnd End);
