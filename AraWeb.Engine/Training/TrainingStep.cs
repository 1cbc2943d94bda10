namespace AraWeb.Engine.Training;

/// <summary>How far a training is.</summary>
/// <param name="Share">Share of the steps done, 0 to 1.</param>
/// <param name="Text">What is done now.</param>
public readonly record struct TrainingStep(double Share, string Text);
