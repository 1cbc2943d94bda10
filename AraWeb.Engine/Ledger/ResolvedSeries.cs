using AraWeb.Engine.Core;

namespace AraWeb.Engine.Ledger;

/// <summary>What a run of <see cref="LedgerResolver"/> decided of one series.</summary>
/// <param name="Symbol">Whose forecasts.</param>
/// <param name="Timeframe">In which time frame.</param>
/// <param name="Resolved">Horizons that were scored.</param>
/// <param name="Void">Horizons whose bar never came.</param>
public sealed record ResolvedSeries(Symbol Symbol, Timeframe Timeframe, int Resolved, int Void);
