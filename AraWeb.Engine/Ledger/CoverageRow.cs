namespace AraWeb.Engine.Ledger;

/// <summary>How often outcomes fell into the frozen bands.</summary>
/// <param name="Horizon">Bars ahead; 0 for all together.</param>
/// <param name="Count">Resolved forecasts behind the shares.</param>
/// <param name="Inside50">Share inside the 50 % band, 0 to 1; NaN when none is resolved.</param>
/// <param name="Inside80">Share inside the 80 % band.</param>
/// <param name="Inside90">Share inside the 90 % band.</param>
/// <param name="Inside95">Share inside the 95 % band.</param>
public sealed record CoverageRow(int Horizon, int Count, double Inside50, double Inside80, double Inside90, double Inside95);
