using AraWeb.Engine.Core;
using AraWeb.Engine.Ledger;
using AraWeb.Engine.Prediction;
using AraWeb.Formatting;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Predictions;

/// <summary>Issued forecasts and what came, right or wrong, newest first.</summary>
public sealed partial class PastTable
{
    /// <summary>The forecasts, newest first.</summary>
    [Parameter]
    [EditorRequired]
    public required IReadOnlyList<ForecastEntry> Past { get; set; }

    /// <summary>Decides the clock of bars.</summary>
    [Parameter]
    [EditorRequired]
    public required AssetClass AssetClass { get; set; }

    /// <summary>Digits of prices after the point.</summary>
    [Parameter]
    [EditorRequired]
    public required int Decimals { get; set; }

    private IEnumerable<PastRow> Rows => Past.Select(PastRow.Of).OfType<PastRow>();

    private static string? Tint(string verdict) => verdict switch
    {
        "inside" => "up",
        "above" or "below" => "warn",
        _ => null,
    };

    private string Price(ForecastEntry entry, double logReturn) => new PriceFormat(Decimals).Text(HorizonForecast.Price(entry.LastClose, logReturn));

    private string Came(PastRow row) => row.Next.Outcome is { } outcome ? new PriceFormat(Decimals).Text(outcome.Close) : NumberText.Unknown;
}
