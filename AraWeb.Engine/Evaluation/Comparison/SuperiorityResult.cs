namespace AraWeb.Engine.Evaluation.Comparison;

/// <summary>What the test of superior predictive ability found.</summary>
/// <param name="Statistic">Largest mean gain over the benchmark in units of its standard error, at least 0.</param>
/// <param name="Best">Place of the model with the largest; -1 where none is better than the benchmark.</param>
/// <param name="LowerP">p-value that lets models worse than the benchmark drop out wholly: too small if anything.</param>
/// <param name="ConsistentP">Hansen's p-value: clearly worse models drop out.</param>
/// <param name="UpperP">p-value that counts every model as if it were as good as the benchmark: White's (2000) reality check, too large if anything.</param>
public sealed record SuperiorityResult(double Statistic, int Best, double LowerP, double ConsistentP, double UpperP);
