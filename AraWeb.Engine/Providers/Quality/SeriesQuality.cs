namespace AraWeb.Engine.Providers.Quality;

/// <summary>How good the newest bars of a series are.</summary>
/// <param name="Score">Product of the parts, from 0 to 1.</param>
/// <param name="Parts">One for each aspect that could be judged.</param>
/// <param name="Bars">One score from 0 to 1 for each bar that was looked at, oldest first; the newest belongs to the newest bar.</param>
public sealed record SeriesQuality(double Score, IReadOnlyList<QualityPart> Parts, IReadOnlyList<double> Bars);
