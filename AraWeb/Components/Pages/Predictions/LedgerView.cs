using AraWeb.Engine.Ledger;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>What the ledger holds on one instrument and time frame.</summary>
/// <param name="Past">Issued forecasts, newest first, the current one among them.</param>
/// <param name="Coverage">How often outcomes fell into the bands, by horizon; horizon 0 is all together.</param>
public sealed record LedgerView(IReadOnlyList<ForecastEntry> Past, IReadOnlyList<CoverageRow> Coverage);
