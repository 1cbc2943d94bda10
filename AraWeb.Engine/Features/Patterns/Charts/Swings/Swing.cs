namespace AraWeb.Engine.Features.Patterns.Charts.Swings;

/// <summary>A turning point of prices.</summary>
/// <param name="Index">Bar of the extreme price.</param>
/// <param name="Price">The extreme price.</param>
/// <param name="IsHigh">True for a top.</param>
/// <param name="Threshold">Price that a close had to pass for the turn to be known.</param>
internal readonly record struct Swing(int Index, double Price, bool IsHigh, double Threshold);
