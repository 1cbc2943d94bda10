namespace AraWeb.Engine.Training;

/// <summary>How far a column has moved since the training.</summary>
/// <param name="Feature">Name of the column.</param>
/// <param name="Index">Population stability index of the last quarter against the training.</param>
/// <param name="Largest">The largest that any quarter of the training had.</param>
/// <param name="HasMoved">Beyond the limit for much, and far beyond any quarter of the training.</param>
public sealed record FeatureDrift(string Feature, double Index, double Largest, bool HasMoved);
