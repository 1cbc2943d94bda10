using AraWeb.Engine.Ledger;

namespace AraWeb.Api.Contracts;

/// <summary>Coverage of one number of bars ahead.</summary>
/// <param name="Day">Bars ahead; 0 for all together.</param>
/// <param name="N">Resolved forecasts behind the shares.</param>
/// <param name="Inside50">Share inside the 50 % band, 0 to 1; null when none is resolved.</param>
/// <param name="Inside80">Share inside the 80 % band.</param>
/// <param name="Inside90">Share inside the 90 % band.</param>
/// <param name="Inside95">Share inside the 95 % band.</param>
internal sealed record CoverageRowContract(int Day, int N, double? Inside50, double? Inside80, double? Inside90, double? Inside95)
{
    /// <summary>The contract of a row.</summary>
    public static CoverageRowContract From(CoverageRow row) => new(
        row.Horizon,
        row.Count,
        ApiJson.Known(row.Inside50),
        ApiJson.Known(row.Inside80),
        ApiJson.Known(row.Inside90),
        ApiJson.Known(row.Inside95));
}
