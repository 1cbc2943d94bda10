namespace AraWeb.Engine.Providers.Validation;

/// <summary>What the validator found in one file. Plain values only, so that it goes out as JSON as it is.</summary>
/// <param name="File">Path below the folder that was examined.</param>
/// <param name="Symbol">Whose bars.</param>
/// <param name="Timeframe">Code of the time frame.</param>
/// <param name="Rows">Rows below the header, blank lines apart.</param>
/// <param name="Kept">Bars that a forecast may use.</param>
/// <param name="First">Stamp of the first kept bar.</param>
/// <param name="Last">Stamp of the last kept bar.</param>
/// <param name="Counts">How often each defect occurs.</param>
/// <param name="Defects">The defects in order of rows, at most fifty of each kind.</param>
/// <param name="Error">Why the file cannot be used at all, with what to do; null when it can.</param>
public sealed record BarFileReport(
    string File,
    string Symbol,
    string Timeframe,
    int Rows,
    int Kept,
    DateTimeOffset? First,
    DateTimeOffset? Last,
    IReadOnlyList<DefectCount> Counts,
    IReadOnlyList<BarDefect> Defects,
    string? Error)
{
    /// <summary>Rows that were left out.</summary>
    public int Dropped => Total(DefectSeverity.Dropped);

    /// <summary>Defects that were put right.</summary>
    public int Repaired => Total(DefectSeverity.Repaired);

    /// <summary>Things to look at.</summary>
    public int Suspicious => Total(DefectSeverity.Suspicious);

    private int Total(DefectSeverity severity)
    {
        var total = 0;
        foreach (var count in Counts)
        {
            total += count.Severity == severity ? count.Count : 0;
        }

        return total;
    }
}
