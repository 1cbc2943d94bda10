namespace AraWeb.Engine.Prediction.Inputs;

/// <summary>Something about the inputs that a reader of the forecast has to know.</summary>
/// <param name="Text">One sentence.</param>
/// <param name="Refuses">True when the forecast should not be relied on.</param>
public sealed record InputFinding(string Text, bool Refuses);
