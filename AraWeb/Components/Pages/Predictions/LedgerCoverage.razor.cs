using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>How often issued forecasts held: the next bar, and the farthest horizon within the page's reach that has outcomes.</summary>
public sealed partial class LedgerCoverage
{
    /// <summary>What the ledger holds.</summary>
    [Parameter]
    [EditorRequired]
    public required LedgerView Ledger { get; set; }

    /// <summary>The span of a bar.</summary>
    [Parameter]
    [EditorRequired]
    public required Timeframe Timeframe { get; set; }

    /// <summary>Bars ahead that the page shows.</summary>
    [Parameter]
    [EditorRequired]
    public required int Reach { get; set; }

    private IReadOnlyList<CoverageRow> Shown
    {
        get
        {
            var rows = Ledger.Coverage.Where(row => row.Horizon > 0 && row.Horizon <= Reach && row.Count > 0).OrderBy(row => row.Horizon).ToList();
            return rows.Count > 1 ? [rows[0], rows[^1]] : rows;
        }
    }

    private int Total => Ledger.Coverage.FirstOrDefault(row => row.Horizon == 0)?.Count ?? 0;
}
