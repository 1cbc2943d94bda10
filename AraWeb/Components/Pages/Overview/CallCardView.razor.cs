using AraWeb.Components.Controls;
using AraWeb.Engine.Prediction;
using AraWeb.Formatting;
using Microsoft.AspNetCore.Components;

namespace AraWeb.Components.Pages.Overview;

/// <summary>One instrument at a glance: price, line with band, next bar's range and odds. The symbol leads to the whole forecast.</summary>
public sealed partial class CallCardView
{
    private readonly string _titleId = ElementId.Next("card");

    /// <summary>What to show.</summary>
    [Parameter]
    [EditorRequired]
    public required CallCard Card { get; set; }

    private string Next => $"Next {TimeframeText.Ahead(1, Card.Timeframe)[2..]}";

    private string Price(PredictionResult forecast, double logReturn) => Card.Prices.Text(HorizonForecast.Price(forecast.LastClose, logReturn));
}
