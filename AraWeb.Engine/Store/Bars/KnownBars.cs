using AraWeb.Engine.Core;

namespace AraWeb.Engine.Store.Bars;

/// <summary>Columns of bars with, for each, the time at which this revision of it became known.</summary>
/// <param name="Columns">[N] the bars, ascending.</param>
/// <param name="KnownAt">[N] milliseconds since 1970-01-01 UTC.</param>
internal sealed record KnownBars(BarColumns Columns, long[] KnownAt)
{
    /// <summary>N.</summary>
    public int Count => KnownAt.Length;

    /// <summary>Makes columns for <paramref name="count"/> bars.</summary>
    public static KnownBars Empty(int count) => new(new BarColumns(count), new long[count]);

    /// <summary>Copies one bar, values and known time.</summary>
    public void Copy(KnownBars from, int source, int target)
    {
        Columns.Times[target] = from.Columns.Times[source];
        Columns.Open[target] = from.Columns.Open[source];
        Columns.High[target] = from.Columns.High[source];
        Columns.Low[target] = from.Columns.Low[source];
        Columns.Close[target] = from.Columns.Close[source];
        Columns.Volume[target] = from.Columns.Volume[source];
        KnownAt[target] = from.KnownAt[source];
    }
}
