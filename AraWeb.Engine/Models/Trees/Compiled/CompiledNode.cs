namespace AraWeb.Engine.Models.Trees.Compiled;

/// <summary>A node in sixteen bytes. A leaf leads to itself: nothing is below NaN, and one before it lies one step left of it.</summary>
/// <param name="Threshold">A row goes left where its value is below this.</param>
/// <param name="Slot">Which of the values that a row was prepared to.</param>
/// <param name="Left">The left child; the right one is the next.</param>
internal readonly record struct CompiledNode(double Threshold, int Slot, int Left);
