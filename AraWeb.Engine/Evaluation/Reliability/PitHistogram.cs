namespace AraWeb.Engine.Evaluation.Reliability;

/// <summary>Where outcomes fell in their forecast distributions: flat if the distributions are right, a U if they are too narrow, a hill if too wide.</summary>
/// <param name="Counts">[bins] outcomes in each of the equally wide parts of 0 to 1.</param>
/// <param name="ChiSquareP">p-value of Pearson's test that the counts are even; NaN with fewer than five outcomes a bin.</param>
/// <param name="Kolmogorov">Largest distance between the share of outcomes below a probability and that probability.</param>
/// <param name="KolmogorovP">p-value of the Kolmogorov-Smirnov test with Stephens's (1970) approximation; NaN without outcomes.</param>
public sealed record PitHistogram(int[] Counts, double ChiSquareP, double Kolmogorov, double KolmogorovP);
