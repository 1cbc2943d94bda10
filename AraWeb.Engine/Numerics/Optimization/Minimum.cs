namespace AraWeb.Engine.Numerics.Optimization;

/// <summary>Where a minimisation came to.</summary>
/// <param name="Status">How it ended.</param>
/// <param name="Value">The function there.</param>
/// <param name="Iterations">Steps taken.</param>
/// <param name="Residual">Largest absolute component of the gradient there.</param>
public readonly record struct Minimum(MinimumStatus Status, double Value, int Iterations, double Residual);
