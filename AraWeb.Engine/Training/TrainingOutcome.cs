using AraWeb.Engine.Registry;

namespace AraWeb.Engine.Training;

/// <summary>What became of a training.</summary>
/// <param name="Card">The version as registered.</param>
/// <param name="Trained">The model and how it did on the holdout.</param>
/// <param name="WentLive">Whether it is in use now.</param>
/// <param name="Reason">Why, in words.</param>
public sealed record TrainingOutcome(ModelCard Card, TrainedModel Trained, bool WentLive, string Reason);
