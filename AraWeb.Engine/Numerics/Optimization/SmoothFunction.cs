namespace AraWeb.Engine.Numerics.Optimization;

/// <summary>A function with a gradient.</summary>
/// <param name="point">[N] where.</param>
/// <param name="gradient">[N] receives the gradient.</param>
/// <returns>The value.</returns>
public delegate double SmoothFunction(ReadOnlySpan<double> point, Span<double> gradient);
