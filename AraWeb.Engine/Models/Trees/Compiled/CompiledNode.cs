namespace AraWeb.Engine.Models.Trees.Compiled;

/// <summary>A node in sixteen bytes. A leaf leads to itself: nothing is below NaN.</summary>
/// <param name="Threshold">A row goes left where its value is below this.</param>
/// <param name="Slot">Which of the values that a row was prepared to.</param>
/// <param name="Right">The right child; the left one is the next.</param>
internal readonly record struct CompiledNode(double Threshold, int Slot, int Right);
