namespace AraWeb.Engine.Providers.Validation;

/// <summary>What the validator found in a folder.</summary>
/// <param name="Folder">The folder as it was named.</param>
/// <param name="Files">One report per file of bars, by symbol and time frame.</param>
/// <param name="Notices">Files that were passed over and things that were taken for granted, in words.</param>
public sealed record ValidationReport(string Folder, IReadOnlyList<BarFileReport> Files, IReadOnlyList<string> Notices)
{
    /// <summary>Rows in all files.</summary>
    public long Rows => Files.Sum(file => (long)file.Rows);

    /// <summary>Rows that were left out.</summary>
    public int Dropped => Files.Sum(file => file.Dropped);

    /// <summary>Defects that were put right.</summary>
    public int Repaired => Files.Sum(file => file.Repaired);

    /// <summary>Things to look at.</summary>
    public int Suspicious => Files.Sum(file => file.Suspicious);

    /// <summary>Files that cannot be used at all.</summary>
    public int Unusable => Files.Count(file => file.Error is not null || file.Kept == 0);
}
