using AraWeb.Engine.Ledger;

namespace AraWeb.Engine.Store.Forecasts;

/// <summary>How many outcomes of a horizon fell into each band.</summary>
internal sealed record CoverageCounts(int Bars, int Count, int Inside50, int Inside80, int Inside90, int Inside95)
{
    /// <summary>All horizons together, as horizon 0.</summary>
    public static CoverageCounts Total(IReadOnlyCollection<CoverageCounts> rows) => new(
        0,
        rows.Sum(row => row.Count),
        rows.Sum(row => row.Inside50),
        rows.Sum(row => row.Inside80),
        rows.Sum(row => row.Inside90),
        rows.Sum(row => row.Inside95));

    /// <summary>As shares; NaN where nothing is resolved.</summary>
    public CoverageRow ToRow() => new(Bars, Count, Share(Inside50), Share(Inside80), Share(Inside90), Share(Inside95));

    private double Share(int inside) => (double)inside / Count;
}
