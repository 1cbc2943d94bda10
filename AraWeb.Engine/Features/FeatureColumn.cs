namespace AraWeb.Engine.Features;

/// <summary>One computed line.</summary>
/// <param name="Name">Its name, unique in the matrix, for example <c>macd.signal</c>.</param>
/// <param name="Request">The indicator it comes from.</param>
/// <param name="Output">Which of its outputs.</param>
/// <param name="Warmup">Rows at the start of a series that are NaN whatever the bars are.</param>
public sealed record FeatureColumn(string Name, FeatureRequest Request, IndicatorOutput Output, int Warmup);
