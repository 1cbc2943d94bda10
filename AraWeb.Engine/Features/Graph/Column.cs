namespace AraWeb.Engine.Features.Graph;

/// <summary>
/// A value per bar that is yet to be computed. Arithmetic and methods make new columns, so that an indicator reads like its formula; equal formulas are
/// computed once. NaN means unknown: it propagates, and a recurrence that meets it starts again.
/// </summary>
internal sealed partial class Column
{
    internal Column(FeatureGraph graph, int index, int warmup) => (Graph, Index, Warmup) = (graph, index, warmup);

    /// <summary>Rows at the start that are NaN whatever the bars are.</summary>
    public int Warmup { get; }

    /// <summary>The graph that computes it.</summary>
    internal FeatureGraph Graph { get; }

    /// <summary>Its place in the sheet.</summary>
    internal int Index { get; }

    /// <summary>Earlier rows that some kernel reads.</summary>
    internal int Lookback { get; private set; }

    /// <summary>Asks that <paramref name="rows"/> earlier rows stay readable.</summary>
    internal void Keep(int rows) => Lookback = Math.Max(Lookback, rows);
}
