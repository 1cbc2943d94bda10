namespace AraWeb.Engine.Training;

/// <summary>What became of a look whether to train again.</summary>
/// <param name="Name">The model.</param>
/// <param name="Training">What was trained; null where nothing was.</param>
/// <param name="HasData">False where no series is long enough.</param>
/// <param name="Message">What was done or why not, for people.</param>
public sealed record RetrainingOutcome(string Name, TrainingOutcome? Training, bool HasData, string Message);
