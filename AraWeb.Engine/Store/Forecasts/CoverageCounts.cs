using AraWeb.Engine.Ledger;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>A row of <c>forecast_coverage</c>: how many outcomes of a horizon fell into each band. Written by a trigger, only read here.</summary>
internal sealed class CoverageCounts
{
    public required string Symbol { get; init; }

    public required string Timeframe { get; init; }

    public required string ModelVersion { get; init; }

    public required int Bars { get; init; }

    public required int Resolved { get; init; }

    public required int Inside50 { get; init; }

    public required int Inside80 { get; init; }

    public required int Inside90 { get; init; }

    public required int Inside95 { get; init; }

    /// <summary>Some rows together as shares; NaN where nothing is resolved.</summary>
    public static CoverageRow Share(int bars, IReadOnlyCollection<CoverageCounts> rows)
    {
        var resolved = rows.Sum(row => row.Resolved);
        double Of(Func<CoverageCounts, int> inside) => (double)rows.Sum(inside) / resolved;
        return new CoverageRow(
            bars, resolved, Of(row => row.Inside50), Of(row => row.Inside80), Of(row => row.Inside90), Of(row => row.Inside95));
    }
}
