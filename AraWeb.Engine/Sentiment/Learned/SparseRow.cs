namespace AraWeb.Engine.Sentiment.Learned;

/// <summary>A row of which most values are zero: those that are not, with their columns.</summary>
/// <param name="Columns">[K] which.</param>
/// <param name="Values">[K] their values.</param>
internal readonly record struct SparseRow(int[] Columns, double[] Values);
