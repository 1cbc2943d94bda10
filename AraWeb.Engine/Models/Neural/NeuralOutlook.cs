namespace AraWeb.Engine.Models.Neural;

/// <summary>What several networks say of one horizon.</summary>
/// <param name="Mean">Mean of their means, held back as the validation bars taught, in forecast deviations.</param>
/// <param name="SeedDeviation">Standard deviation of their means: how much of the forecast is the luck of a seed; 0 with one network.</param>
/// <param name="Levels">[Q] levels.</param>
/// <param name="Quantiles">[Q] mean of their quantiles, ascending, in forecast deviations.</param>
/// <param name="ProbabilityUp">Share of the distribution above zero.</param>
public sealed record NeuralOutlook(double Mean, double SeedDeviation, IReadOnlyList<double> Levels, IReadOnlyList<double> Quantiles, double ProbabilityUp);
