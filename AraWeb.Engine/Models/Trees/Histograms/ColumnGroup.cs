namespace AraWeb.Engine.Models.Trees.Histograms;

/// <summary>Columns that one thread takes together.</summary>
/// <param name="Columns">Their numbers, ascending.</param>
/// <param name="Features">The features in them that take part, in the order of columns.</param>
internal sealed record ColumnGroup(int[] Columns, int[] Features);
