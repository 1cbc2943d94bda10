namespace AraWeb.Engine.Providers.Transfer;

/// <summary>What an import did.</summary>
/// <param name="Folder">The folder as it was named.</param>
/// <param name="Series">One entry per symbol and time frame.</param>
/// <param name="Notices">Files that were passed over and things that were taken for granted, in words.</param>
public sealed record ImportReport(string Folder, IReadOnlyList<ImportedBars> Series, IReadOnlyList<string> Notices)
{
    /// <summary>Bars that were read.</summary>
    public long Read => Series.Sum(series => (long)series.Read);

    /// <summary>Bars that were new or revised in the store.</summary>
    public long Written => Series.Sum(series => (long)series.Written);

    /// <summary>Symbols and time frames of which nothing could be imported.</summary>
    public int Failed => Series.Count(series => series.Error is not null);
}
