namespace AraWeb.Engine.Training;

/// <summary>Whether the world has moved away from what a version learned.</summary>
/// <param name="Through">Close of the newest bar looked at.</param>
/// <param name="Features">[F] each column.</param>
/// <param name="MeanIndex">Mean index of all columns.</param>
/// <param name="LargestMean">The largest mean that any quarter of the training had.</param>
/// <param name="Stretches">Quarters that the training had; with fewer than four the columns are not judged.</param>
/// <param name="Scores">[H] each horizon.</param>
/// <param name="Reason">What tripped, in words; null where nothing did.</param>
public sealed record DriftReport(
    DateTimeOffset Through, IReadOnlyList<FeatureDrift> Features, double MeanIndex, double LargestMean, int Stretches, IReadOnlyList<ScoreDrift> Scores,
    string? Reason);
